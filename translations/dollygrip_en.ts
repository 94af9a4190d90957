<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="en" sourcelanguage="en">
<context>
    <name>PickTool</name>
    <message numerus="yes">
        <source>%n stroke(s) copied</source>
        <translation>
            <numerusform>%n stroke copied</numerusform>
            <numerusform>%n strokes copied</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n picture(s) copied</source>
        <translation>
            <numerusform>%n picture copied</numerusform>
            <numerusform>%n pictures copied</numerusform>
        </translation>
    </message>
</context>
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
    <name>dollygrip::ui::LayersForm</name>
    <message numerus="yes">
        <source>Shared by %n panel(s); drawn in one, seen in all.</source>
        <translation>
            <numerusform>Shared by %n panel; drawn in one, seen in all.</numerusform>
            <numerusform>Shared by %n panels; drawn in one, seen in all.</numerusform>
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
    <name>dollygrip::ui::RegionList</name>
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
