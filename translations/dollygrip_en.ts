<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="en" sourcelanguage="en">
<context>
    <name>dollygrip::ui::CastDialog</name>
    <message numerus="yes">
        <source>%n picture(s)</source>
        <translation>
            <numerusform>%n picture</numerusform>
            <numerusform>%n pictures</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>dollygrip::ui::ErrorBox</name>
    <message numerus="yes">
        <source>%n more</source>
        <translation>
            <numerusform>%n more</numerusform>
            <numerusform>%n more</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>dollygrip::ui::ExportDialog</name>
    <message numerus="yes">
        <source>%n second(s) left</source>
        <translation>
            <numerusform>%n second left</numerusform>
            <numerusform>%n seconds left</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n minute(s) left</source>
        <translation>
            <numerusform>%n minute left</numerusform>
            <numerusform>%n minutes left</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%1 of %n picture(s), %2 a second, %3</source>
        <translation>
            <numerusform>%1 of %n picture, %2 a second, %3</numerusform>
            <numerusform>%1 of %n pictures, %2 a second, %3</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Wrote %1 (%n picture(s)).</source>
        <translation>
            <numerusform>Wrote %1 (%n picture).</numerusform>
            <numerusform>Wrote %1 (%n pictures).</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>dollygrip::ui::MediaImport</name>
    <message numerus="yes">
        <source>Import %n file(s)</source>
        <translation>
            <numerusform>Import %n file</numerusform>
            <numerusform>Import %n files</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>dollygrip::ui::MotionForm</name>
    <message numerus="yes">
        <source>%n arrow(s)</source>
        <translation>
            <numerusform>%n arrow</numerusform>
            <numerusform>%n arrows</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>dollygrip::ui::TakeCard</name>
    <message numerus="yes">
        <source>%n step(s)</source>
        <translation>
            <numerusform>%n step</numerusform>
            <numerusform>%n steps</numerusform>
        </translation>
    </message>
</context>
</TS>
