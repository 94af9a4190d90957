<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="de" sourcelanguage="en">
<context>
    <name>Actions</name>
    <message>
        <source>New film…</source>
        <translation>Neuer Film …</translation>
    </message>
    <message>
        <source>Starts an empty film in a file of its own</source>
        <translation>Beginnt einen leeren Film in einer eigenen Datei</translation>
    </message>
    <message>
        <source>Open film…</source>
        <translation>Film öffnen …</translation>
    </message>
    <message>
        <source>Opens a film file</source>
        <translation>Öffnet eine Filmdatei</translation>
    </message>
    <message>
        <source>Open the sample film</source>
        <translation>Beispielfilm öffnen</translation>
    </message>
    <message>
        <source>Opens a copy of the film that shows what can be done</source>
        <translation>Öffnet eine Kopie des Films, der zeigt, was alles geht</translation>
    </message>
    <message>
        <source>Import pictures and sounds…</source>
        <translation>Bilder und Töne importieren …</translation>
    </message>
    <message>
        <source>Pictures become shots, sounds go to the playhead</source>
        <translation>Bilder werden zu Einstellungen, Töne kommen an den Abspielkopf</translation>
    </message>
    <message>
        <source>Export movie…</source>
        <translation>Film exportieren …</translation>
    </message>
    <message>
        <source>Writes the film or a part of it as a movie or pictures</source>
        <translation>Schreibt den Film oder einen Teil als Video oder Bilder</translation>
    </message>
    <message>
        <source>Versions by name…</source>
        <translation>Versionen mit Namen …</translation>
    </message>
    <message>
        <source>Keeps the film as it is now under a name, or goes back to one</source>
        <translation>Hält den jetzigen Stand unter einem Namen fest oder kehrt zu einem zurück</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>Schließen</translation>
    </message>
    <message>
        <source>Everything is saved already</source>
        <translation>Alles ist schon gespeichert</translation>
    </message>
    <message>
        <source>Undo</source>
        <translation>Rückgängig</translation>
    </message>
    <message>
        <source>Takes back the last edit</source>
        <translation>Nimmt die letzte Änderung zurück</translation>
    </message>
    <message>
        <source>Redo</source>
        <translation>Wiederholen</translation>
    </message>
    <message>
        <source>Makes the edit again that was taken back</source>
        <translation>Macht die zurückgenommene Änderung noch einmal</translation>
    </message>
    <message>
        <source>Duplicate shot</source>
        <translation>Einstellung duplizieren</translation>
    </message>
    <message>
        <source>A copy of the shot right after it</source>
        <translation>Eine Kopie der Einstellung gleich dahinter</translation>
    </message>
    <message>
        <source>Delete</source>
        <translation>Löschen</translation>
    </message>
    <message>
        <source>Takes away what is selected where you work</source>
        <translation>Entfernt, was dort ausgewählt ist, wo Sie arbeiten</translation>
    </message>
    <message>
        <source>Find a command…</source>
        <translation>Befehl suchen …</translation>
    </message>
    <message>
        <source>Type a few letters of any command</source>
        <translation>Tippen Sie ein paar Buchstaben eines Befehls</translation>
    </message>
    <message>
        <source>Preferences…</source>
        <translation>Programmeinstellungen …</translation>
    </message>
    <message>
        <source>Language, theme, pen, folders</source>
        <translation>Sprache, Helligkeit, Stift, Ordner</translation>
    </message>
    <message>
        <source>New shot</source>
        <translation>Neue Einstellung</translation>
    </message>
    <message>
        <source>An empty shot after this one</source>
        <translation>Eine leere Einstellung nach dieser</translation>
    </message>
    <message>
        <source>New panel</source>
        <translation>Neues Panel</translation>
    </message>
    <message>
        <source>Another drawing in this shot, from the playhead on</source>
        <translation>Noch eine Zeichnung in dieser Einstellung, ab dem Abspielkopf</translation>
    </message>
    <message>
        <source>New scene</source>
        <translation>Neue Szene</translation>
    </message>
    <message>
        <source>A new heading with an empty shot</source>
        <translation>Ein neuer Szenenkopf mit einer leeren Einstellung</translation>
    </message>
    <message>
        <source>Split at playhead</source>
        <translation>Am Abspielkopf teilen</translation>
    </message>
    <message>
        <source>Cuts the shot in two; both halves keep their part of every move</source>
        <translation>Teilt die Einstellung; beide Hälften behalten ihren Teil jeder Bewegung</translation>
    </message>
    <message>
        <source>Move earlier</source>
        <translation>Nach vorn</translation>
    </message>
    <message>
        <source>One place towards the start of the film</source>
        <translation>Einen Platz zum Anfang des Films hin</translation>
    </message>
    <message>
        <source>Move later</source>
        <translation>Nach hinten</translation>
    </message>
    <message>
        <source>One place towards the end of the film</source>
        <translation>Einen Platz zum Ende des Films hin</translation>
    </message>
    <message>
        <source>Delete panel</source>
        <translation>Panel löschen</translation>
    </message>
    <message>
        <source>Takes this drawing out of the shot</source>
        <translation>Nimmt diese Zeichnung aus der Einstellung</translation>
    </message>
    <message>
        <source>Delete shot</source>
        <translation>Einstellung löschen</translation>
    </message>
    <message>
        <source>Takes the shot out; what follows moves up</source>
        <translation>Nimmt die Einstellung heraus; was folgt, rückt auf</translation>
    </message>
    <message>
        <source>Shoot a take</source>
        <translation>Take drehen</translation>
    </message>
    <message>
        <source>Makes a take of this shot in the chosen quality</source>
        <translation>Dreht einen Take dieser Einstellung in der gewählten Qualität</translation>
    </message>
    <message>
        <source>Stop shooting</source>
        <translation>Dreh abbrechen</translation>
    </message>
    <message>
        <source>Stops the running take and clears what waits</source>
        <translation>Bricht den laufenden Take ab und alles, was wartet</translation>
    </message>
    <message>
        <source>Select</source>
        <translation>Auswählen</translation>
    </message>
    <message>
        <source>Picks and moves what is on the paper</source>
        <translation>Wählt und bewegt, was auf dem Blatt ist</translation>
    </message>
    <message>
        <source>Pen</source>
        <translation>Stift</translation>
    </message>
    <message>
        <source>Draws on the current layer</source>
        <translation>Zeichnet auf der aktuellen Ebene</translation>
    </message>
    <message>
        <source>Eraser</source>
        <translation>Radierer</translation>
    </message>
    <message>
        <source>Takes away from the current layer</source>
        <translation>Nimmt von der aktuellen Ebene weg</translation>
    </message>
    <message>
        <source>Motion brush</source>
        <translation>Bewegungspinsel</translation>
    </message>
    <message>
        <source>Brushes the part of the drawing that moves</source>
        <translation>Malt an, was sich in der Zeichnung bewegt</translation>
    </message>
    <message>
        <source>Motion lasso</source>
        <translation>Bewegungslasso</translation>
    </message>
    <message>
        <source>Draws an outline around the part that moves</source>
        <translation>Umrandet, was sich bewegt</translation>
    </message>
    <message>
        <source>Arrow</source>
        <translation>Pfeil</translation>
    </message>
    <message>
        <source>Draws the way that a region travels</source>
        <translation>Zeichnet den Weg, den ein Bereich nimmt</translation>
    </message>
    <message>
        <source>Camera</source>
        <translation>Kamera</translation>
    </message>
    <message>
        <source>Sets camera frames A, B … and their path</source>
        <translation>Setzt Kamerarahmen A, B … und ihren Weg</translation>
    </message>
    <message>
        <source>Smaller brush</source>
        <translation>Kleinerer Pinsel</translation>
    </message>
    <message>
        <source>Pen, eraser or motion brush: whatever is in hand</source>
        <translation>Stift, Radierer oder Bewegungspinsel: was gerade in der Hand ist</translation>
    </message>
    <message>
        <source>Larger brush</source>
        <translation>Größerer Pinsel</translation>
    </message>
    <message>
        <source>Delete region</source>
        <translation>Bereich löschen</translation>
    </message>
    <message>
        <source>Takes the selected region and its arrows away</source>
        <translation>Entfernt den ausgewählten Bereich und seine Pfeile</translation>
    </message>
    <message>
        <source>Clear arrows</source>
        <translation>Pfeile entfernen</translation>
    </message>
    <message>
        <source>Takes the arrows of the region, or of the whole shot</source>
        <translation>Entfernt die Pfeile des Bereichs oder der ganzen Einstellung</translation>
    </message>
    <message>
        <source>Clear camera move</source>
        <translation>Kamerabewegung entfernen</translation>
    </message>
    <message>
        <source>The camera stands still again</source>
        <translation>Die Kamera steht wieder still</translation>
    </message>
    <message>
        <source>Board</source>
        <translation>Board</translation>
    </message>
    <message>
        <source>Arranges the window for drawing many panels</source>
        <translation>Richtet das Fenster zum Zeichnen vieler Panels ein</translation>
    </message>
    <message>
        <source>Stage</source>
        <translation>Set</translation>
    </message>
    <message>
        <source>Arranges the window for moving things and the camera</source>
        <translation>Richtet das Fenster ein, um Dinge und Kamera zu bewegen</translation>
    </message>
    <message>
        <source>Cut</source>
        <translation>Schnitt</translation>
    </message>
    <message>
        <source>Arranges the window around the timeline</source>
        <translation>Richtet das Fenster um die Timeline herum ein</translation>
    </message>
    <message>
        <source>Review</source>
        <translation>Sichtung</translation>
    </message>
    <message>
        <source>The picture alone, with its takes</source>
        <translation>Nur das Bild mit seinen Takes</translation>
    </message>
    <message>
        <source>Reset this workspace</source>
        <translation>Arbeitsplatz zurücksetzen</translation>
    </message>
    <message>
        <source>Puts the docks back to where they belong</source>
        <translation>Stellt die Fensterteile an ihren Platz zurück</translation>
    </message>
    <message>
        <source>Paper only</source>
        <translation>Nur das Blatt</translation>
    </message>
    <message>
        <source>Hides everything but the paper; again brings it back</source>
        <translation>Verbirgt alles außer dem Blatt; noch einmal holt es zurück</translation>
    </message>
    <message>
        <source>Full screen</source>
        <translation>Vollbild</translation>
    </message>
    <message>
        <source>Uses the whole screen</source>
        <translation>Nutzt den ganzen Bildschirm</translation>
    </message>
    <message>
        <source>Zoom in</source>
        <translation>Vergrößern</translation>
    </message>
    <message>
        <source>Closer to the paper</source>
        <translation>Näher ans Blatt</translation>
    </message>
    <message>
        <source>Zoom out</source>
        <translation>Verkleinern</translation>
    </message>
    <message>
        <source>Away from the paper</source>
        <translation>Weiter weg vom Blatt</translation>
    </message>
    <message>
        <source>Whole picture</source>
        <translation>Ganzes Bild</translation>
    </message>
    <message>
        <source>Fits the frame into the window</source>
        <translation>Passt den Bildrahmen ins Fenster ein</translation>
    </message>
    <message>
        <source>Thirds</source>
        <translation>Drittel</translation>
    </message>
    <message>
        <source>Lines at the thirds of the frame</source>
        <translation>Linien an den Dritteln des Bildes</translation>
    </message>
    <message>
        <source>Safe areas</source>
        <translation>Sichere Bildbereiche</translation>
    </message>
    <message>
        <source>Action and title safe areas</source>
        <translation>Sicherer Bereich für Handlung und Titel</translation>
    </message>
    <message>
        <source>Onion skin</source>
        <translation>Onion-Skin</translation>
    </message>
    <message>
        <source>The panels before and after shine through</source>
        <translation>Die Panels davor und danach scheinen durch</translation>
    </message>
    <message>
        <source>Keep arrows while playing</source>
        <translation>Pfeile beim Abspielen zeigen</translation>
    </message>
    <message>
        <source>Arrows, regions and camera stay in sight while it plays</source>
        <translation>Pfeile, Bereiche und Kamera bleiben beim Abspielen sichtbar</translation>
    </message>
    <message>
        <source>Boards as a grid</source>
        <translation>Panels als Raster</translation>
    </message>
    <message>
        <source>Panels in rows instead of a strip</source>
        <translation>Panels in Reihen statt als Streifen</translation>
    </message>
    <message>
        <source>Timeline: closer</source>
        <translation>Timeline: näher</translation>
    </message>
    <message>
        <source>Zooms the timeline in</source>
        <translation>Vergrößert die Timeline</translation>
    </message>
    <message>
        <source>Timeline: wider</source>
        <translation>Timeline: weiter</translation>
    </message>
    <message>
        <source>Zooms the timeline out</source>
        <translation>Verkleinert die Timeline</translation>
    </message>
    <message>
        <source>Timeline: whole film</source>
        <translation>Timeline: ganzer Film</translation>
    </message>
    <message>
        <source>The whole film in sight</source>
        <translation>Der ganze Film im Blick</translation>
    </message>
    <message>
        <source>Dark window</source>
        <translation>Dunkles Fenster</translation>
    </message>
    <message>
        <source>For dark rooms</source>
        <translation>Für dunkle Räume</translation>
    </message>
    <message>
        <source>Light window</source>
        <translation>Helles Fenster</translation>
    </message>
    <message>
        <source>For daylight</source>
        <translation>Für Tageslicht</translation>
    </message>
    <message>
        <source>Play</source>
        <translation>Abspielen</translation>
    </message>
    <message>
        <source>Plays from the playhead, or pauses</source>
        <translation>Spielt ab dem Abspielkopf oder hält an</translation>
    </message>
    <message>
        <source>Play this shot over and over</source>
        <translation>Diese Einstellung in Schleife</translation>
    </message>
    <message>
        <source>Loops the current shot until you pause</source>
        <translation>Wiederholt die aktuelle Einstellung bis zur Pause</translation>
    </message>
    <message>
        <source>Backwards, faster</source>
        <translation>Rückwärts, schneller</translation>
    </message>
    <message>
        <source>Again: 2, 4, 8 times as fast</source>
        <translation>Noch einmal: 2-, 4-, 8-mal so schnell</translation>
    </message>
    <message>
        <source>Pause</source>
        <translation>Pause</translation>
    </message>
    <message>
        <source>Stops where it is</source>
        <translation>Hält an, wo es ist</translation>
    </message>
    <message>
        <source>Forwards, faster</source>
        <translation>Vorwärts, schneller</translation>
    </message>
    <message>
        <source>Frame back</source>
        <translation>Ein Frame zurück</translation>
    </message>
    <message>
        <source>One frame back; with Shift ten</source>
        <translation>Ein Frame zurück; mit Umschalt zehn</translation>
    </message>
    <message>
        <source>Frame forward</source>
        <translation>Ein Frame vor</translation>
    </message>
    <message>
        <source>One frame on; with Shift ten</source>
        <translation>Ein Frame weiter; mit Umschalt zehn</translation>
    </message>
    <message>
        <source>Ten frames back</source>
        <translation>Zehn Frames zurück</translation>
    </message>
    <message>
        <source>Ten frames forward</source>
        <translation>Zehn Frames vor</translation>
    </message>
    <message>
        <source>Ten frames on</source>
        <translation>Zehn Frames weiter</translation>
    </message>
    <message>
        <source>Previous cut</source>
        <translation>Voriger Schnitt</translation>
    </message>
    <message>
        <source>To the start of this shot, then of the one before</source>
        <translation>Zum Anfang dieser Einstellung, dann der vorigen</translation>
    </message>
    <message>
        <source>Next cut</source>
        <translation>Nächster Schnitt</translation>
    </message>
    <message>
        <source>To the start of the next shot</source>
        <translation>Zum Anfang der nächsten Einstellung</translation>
    </message>
    <message>
        <source>First frame</source>
        <translation>Erstes Frame</translation>
    </message>
    <message>
        <source>To the start of the film, or to in</source>
        <translation>Zum Anfang des Films oder zum In-Punkt</translation>
    </message>
    <message>
        <source>Last frame</source>
        <translation>Letztes Frame</translation>
    </message>
    <message>
        <source>To the end of the film, or to out</source>
        <translation>Zum Ende des Films oder zum Out-Punkt</translation>
    </message>
    <message>
        <source>Mark in</source>
        <translation>In-Punkt setzen</translation>
    </message>
    <message>
        <source>Playing and export begin here</source>
        <translation>Abspielen und Export beginnen hier</translation>
    </message>
    <message>
        <source>Mark out</source>
        <translation>Out-Punkt setzen</translation>
    </message>
    <message>
        <source>Playing and export end here</source>
        <translation>Abspielen und Export enden hier</translation>
    </message>
    <message>
        <source>Clear in and out</source>
        <translation>In und Out löschen</translation>
    </message>
    <message>
        <source>The whole film plays again</source>
        <translation>Der ganze Film wird wieder gespielt</translation>
    </message>
    <message>
        <source>Loop</source>
        <translation>Schleife</translation>
    </message>
    <message>
        <source>Goes round instead of stopping at the end</source>
        <translation>Beginnt von vorn, statt am Ende anzuhalten</translation>
    </message>
    <message>
        <source>Mute</source>
        <translation>Stumm</translation>
    </message>
    <message>
        <source>No sound</source>
        <translation>Kein Ton</translation>
    </message>
    <message>
        <source>All commands and keys</source>
        <translation>Alle Befehle und Tasten</translation>
    </message>
    <message>
        <source>Opens the command search with everything in it</source>
        <translation>Öffnet die Befehlssuche mit allem, was es gibt</translation>
    </message>
    <message>
        <source>About Dollygrip</source>
        <translation>Über Dollygrip</translation>
    </message>
    <message>
        <source>Version, licences, and what it runs on</source>
        <translation>Version, Lizenzen und womit es läuft</translation>
    </message>
    <message>
        <source>Film</source>
        <translation>Film</translation>
    </message>
    <message>
        <source>Edit</source>
        <translation>Bearbeiten</translation>
    </message>
    <message>
        <source>Shot</source>
        <translation>Einstellung</translation>
    </message>
    <message>
        <source>Motion</source>
        <translation>Bewegung</translation>
    </message>
    <message>
        <source>View</source>
        <translation>Ansicht</translation>
    </message>
    <message>
        <source>Help</source>
        <translation>Hilfe</translation>
    </message>
    <message>
        <source>Camera move</source>
        <translation>Kamerabewegung</translation>
    </message>
    <message>
        <source>Stop here and keep it</source>
        <translation>Hier anhalten und behalten</translation>
    </message>
    <message>
        <source>Ends the running take after its step and keeps what there is</source>
        <translation>Beendet den laufenden Take nach seinem Schritt und behält, was da ist</translation>
    </message>
    <message>
        <source>Compare takes</source>
        <translation>Takes vergleichen</translation>
    </message>
    <message>
        <source>Two takes beside each other, or wiped one over the other</source>
        <translation>Zwei Takes nebeneinander oder mit einer Linie übereinander</translation>
    </message>
    <message>
        <source>What the network gets</source>
        <translation>Was das Netz bekommt</translation>
    </message>
    <message>
        <source>Control video, mask, references, tracks and camera, frame by frame beside the take</source>
        <translation>Steuervideo, Maske, Referenzen, Spuren und Kamera, Bild für Bild neben dem Take</translation>
    </message>
    <message>
        <source>Cast…</source>
        <translation>Besetzung …</translation>
    </message>
    <message>
        <source>Who is to look the same in every shot: pictures, words and seed</source>
        <translation>Wer in jeder Einstellung gleich aussehen soll: Bilder, Worte und Startwert</translation>
    </message>
    <message>
        <source>Video models…</source>
        <translation>Videomodelle…</translation>
    </message>
    <message>
        <source>What lies in the folder of models, what is missing, which one shoots</source>
        <translation>Was im Ordner der Modelle liegt, was fehlt, welches dreht</translation>
    </message>
</context>
<context>
    <name>ArrowEdit</name>
    <message>
        <source>Move point of arrow</source>
        <translation>Punkt des Pfeils verschieben</translation>
    </message>
    <message>
        <source>Move arrow</source>
        <translation>Pfeil verschieben</translation>
    </message>
    <message>
        <source>Add point to arrow</source>
        <translation>Punkt im Pfeil ergänzen</translation>
    </message>
    <message>
        <source>Delete arrow</source>
        <translation>Pfeil löschen</translation>
    </message>
</context>
<context>
    <name>ArrowTool</name>
    <message>
        <source>Draw motion arrow</source>
        <translation>Bewegungspfeil zeichnen</translation>
    </message>
    <message>
        <source>An arrow moves a region: brush one with the motion brush first, then draw the arrow from it.</source>
        <translation>Ein Pfeil bewegt einen Bereich: Malen Sie zuerst einen mit dem Bewegungspinsel, dann ziehen Sie von dort den Pfeil.</translation>
    </message>
    <message>
        <source>Click point by point; a double click or Return ends the arrow.</source>
        <translation>Klicken Sie Punkt für Punkt; ein Doppelklick oder die Eingabetaste beendet den Pfeil.</translation>
    </message>
</context>
<context>
    <name>CameraMove</name>
    <message>
        <source>Static</source>
        <translation>Feste Kamera</translation>
    </message>
    <message>
        <source>Pan right</source>
        <translation>Schwenk rechts</translation>
    </message>
    <message>
        <source>Pan left</source>
        <translation>Schwenk links</translation>
    </message>
    <message>
        <source>Tilt up</source>
        <translation>Neigen aufwärts</translation>
    </message>
    <message>
        <source>Tilt down</source>
        <translation>Neigen abwärts</translation>
    </message>
    <message>
        <source>Roll clockwise</source>
        <translation>Rollen rechts</translation>
    </message>
    <message>
        <source>Roll counter-clockwise</source>
        <translation>Rollen links</translation>
    </message>
    <message>
        <source>Truck right</source>
        <translation>Seitliche Fahrt rechts</translation>
    </message>
    <message>
        <source>Truck left</source>
        <translation>Seitliche Fahrt links</translation>
    </message>
    <message>
        <source>Pedestal up</source>
        <translation>Hubfahrt aufwärts</translation>
    </message>
    <message>
        <source>Pedestal down</source>
        <translation>Hubfahrt abwärts</translation>
    </message>
    <message>
        <source>Dolly in</source>
        <translation>Fahrt vorwärts</translation>
    </message>
    <message>
        <source>Dolly out</source>
        <translation>Fahrt rückwärts</translation>
    </message>
    <message>
        <source>Zoom in</source>
        <translation>Zoom heran</translation>
    </message>
    <message>
        <source>Zoom out</source>
        <translation>Zoom zurück</translation>
    </message>
    <message>
        <source>Dolly zoom in</source>
        <translation>Dolly-Zoom vorwärts</translation>
    </message>
    <message>
        <source>Dolly zoom out</source>
        <translation>Dolly-Zoom rückwärts</translation>
    </message>
    <message>
        <source>Crane up</source>
        <translation>Kranfahrt aufwärts</translation>
    </message>
    <message>
        <source>Crane down</source>
        <translation>Kranfahrt abwärts</translation>
    </message>
    <message>
        <source>Orbit right</source>
        <translation>Umfahrt rechts</translation>
    </message>
    <message>
        <source>Orbit left</source>
        <translation>Umfahrt links</translation>
    </message>
    <message>
        <source>Push in</source>
        <translation>Ranfahrt</translation>
    </message>
    <message>
        <source>Pull out</source>
        <translation>Rückfahrt</translation>
    </message>
    <message>
        <source>Whip pan right</source>
        <translation>Reißschwenk rechts</translation>
    </message>
    <message>
        <source>Whip pan left</source>
        <translation>Reißschwenk links</translation>
    </message>
    <message>
        <source>Hand-held</source>
        <translation>Handkamera</translation>
    </message>
</context>
<context>
    <name>CameraTool</name>
    <message>
        <source>Move camera frame %1</source>
        <translation>Kamerarahmen %1 verschieben</translation>
    </message>
    <message>
        <source>Resize camera frame %1</source>
        <translation>Größe von Kamerarahmen %1 ändern</translation>
    </message>
    <message>
        <source>Roll camera frame %1</source>
        <translation>Kamerarahmen %1 rollen</translation>
    </message>
    <message>
        <source>Add camera frame %1</source>
        <translation>Kamerarahmen %1 hinzufügen</translation>
    </message>
    <message>
        <source>Delete camera frame %1</source>
        <translation>Kamerarahmen %1 löschen</translation>
    </message>
    <message>
        <source>Camera frame %1 is at the playhead already. Move the playhead first.</source>
        <translation>Kamerarahmen %1 liegt schon am Abspielkopf. Bewegen Sie zuerst den Abspielkopf.</translation>
    </message>
</context>
<context>
    <name>CameraWords</name>
    <message>
        <source>%1 %2 m</source>
        <comment>a camera move and its length</comment>
        <translation>%1 %2 m</translation>
    </message>
    <message>
        <source>%1 %2°</source>
        <comment>a camera move and its angle</comment>
        <translation>%1 %2°</translation>
    </message>
    <message>
        <source>%1 mm</source>
        <translation>%1 mm</translation>
    </message>
    <message>
        <source>%1 → %2 mm</source>
        <translation>%1 → %2 mm</translation>
    </message>
    <message>
        <source>ease in</source>
        <translation>sanft an</translation>
    </message>
    <message>
        <source>ease out</source>
        <translation>sanft ab</translation>
    </message>
    <message>
        <source>ease in and out</source>
        <translation>sanft an und ab</translation>
    </message>
    <message>
        <source>hold</source>
        <translation>haltend</translation>
    </message>
    <message>
        <source>whip pan right</source>
        <translation>Reißschwenk rechts</translation>
    </message>
    <message>
        <source>whip pan left</source>
        <translation>Reißschwenk links</translation>
    </message>
    <message>
        <source>pan right</source>
        <translation>Schwenk rechts</translation>
    </message>
    <message>
        <source>pan left</source>
        <translation>Schwenk links</translation>
    </message>
    <message>
        <source>tilt up</source>
        <translation>Neigen aufwärts</translation>
    </message>
    <message>
        <source>tilt down</source>
        <translation>Neigen abwärts</translation>
    </message>
    <message>
        <source>roll clockwise</source>
        <translation>Rollen rechts</translation>
    </message>
    <message>
        <source>roll counter-clockwise</source>
        <translation>Rollen links</translation>
    </message>
    <message>
        <source>dolly zoom in</source>
        <translation>Dolly-Zoom vorwärts</translation>
    </message>
    <message>
        <source>dolly zoom out</source>
        <translation>Dolly-Zoom rückwärts</translation>
    </message>
    <message>
        <source>push-in</source>
        <translation>Ranfahrt</translation>
    </message>
    <message>
        <source>pull-out</source>
        <translation>Rückfahrt</translation>
    </message>
    <message>
        <source>truck right</source>
        <translation>Fahrt rechts</translation>
    </message>
    <message>
        <source>truck left</source>
        <translation>Fahrt links</translation>
    </message>
    <message>
        <source>pedestal up</source>
        <translation>Hubfahrt aufwärts</translation>
    </message>
    <message>
        <source>pedestal down</source>
        <translation>Hubfahrt abwärts</translation>
    </message>
    <message>
        <source>crane up</source>
        <translation>Kranfahrt aufwärts</translation>
    </message>
    <message>
        <source>crane down</source>
        <translation>Kranfahrt abwärts</translation>
    </message>
    <message>
        <source>orbit right</source>
        <translation>Umfahrt rechts</translation>
    </message>
    <message>
        <source>orbit left</source>
        <translation>Umfahrt links</translation>
    </message>
    <message>
        <source>and back</source>
        <translation>und zurück</translation>
    </message>
    <message>
        <source>hand-held</source>
        <translation>Handkamera</translation>
    </message>
    <message>
        <source>static</source>
        <translation>feste Kamera</translation>
    </message>
</context>
<context>
    <name>DrawTool</name>
    <message>
        <source>Draw</source>
        <translation>Zeichnen</translation>
    </message>
    <message>
        <source>Erase</source>
        <translation>Radieren</translation>
    </message>
    <message>
        <source>The layer “%1” is locked. Unlock it under Layers to draw on it.</source>
        <translation>Die Ebene „%1“ ist gesperrt. Entsperren Sie sie unter Ebenen, um darauf zu zeichnen.</translation>
    </message>
    <message>
        <source>The layer “%1” is hidden. Show it under Layers to draw on it.</source>
        <translation>Die Ebene „%1“ ist verborgen. Zeigen Sie sie unter Ebenen an, um darauf zu zeichnen.</translation>
    </message>
    <message>
        <source>Add a shot first (N).</source>
        <translation>Legen Sie zuerst eine Einstellung an (N).</translation>
    </message>
</context>
<context>
    <name>ErrorText</name>
    <message>
        <source>“%1” is not a Dollygrip film.</source>
        <translation>„%1“ ist kein Dollygrip-Film.</translation>
    </message>
    <message>
        <source>Choose a file that ends in .dgrip.</source>
        <translation>Wählen Sie eine Datei, die auf .dgrip endet.</translation>
    </message>
    <message>
        <source>The film “%1” is damaged or cut off</source>
        <translation>Der Film „%1“ ist beschädigt oder abgeschnitten</translation>
    </message>
    <message>
        <source>Take a copy of it from your backup, or copy it again from where it came.</source>
        <translation>Nehmen Sie eine Kopie aus Ihrer Sicherung oder kopieren Sie ihn noch einmal von seiner Quelle.</translation>
    </message>
    <message>
        <source>The film “%1” was saved by a newer version of Dollygrip (its format is %2).</source>
        <translation>Der Film „%1“ wurde mit einer neueren Version von Dollygrip gespeichert (sein Format ist %2).</translation>
    </message>
    <message>
        <source>Install the newest version to open it.</source>
        <translation>Installieren Sie die neueste Version, um ihn zu öffnen.</translation>
    </message>
    <message>
        <source>The film “%1” is open in another program (%2).</source>
        <translation>Der Film „%1“ ist in einem anderen Programm geöffnet (%2).</translation>
    </message>
    <message>
        <source>Close it there, or work on a copy.</source>
        <translation>Schließen Sie ihn dort oder arbeiten Sie an einer Kopie.</translation>
    </message>
    <message>
        <source>There is no file or folder “%1”.</source>
        <translation>Es gibt keine Datei und keinen Ordner „%1“.</translation>
    </message>
    <message>
        <source>Check its name, or look for it elsewhere.</source>
        <translation>Prüfen Sie den Namen oder suchen Sie anderswo.</translation>
    </message>
    <message>
        <source>“%1” cannot be read</source>
        <translation>„%1“ kann nicht gelesen werden</translation>
    </message>
    <message>
        <source>Check that you may read it and that it is no folder.</source>
        <translation>Prüfen Sie, ob Sie es lesen dürfen und ob es kein Ordner ist.</translation>
    </message>
    <message>
        <source>“%1” cannot be written</source>
        <translation>„%1“ kann nicht geschrieben werden</translation>
    </message>
    <message>
        <source>Choose another folder, or ask for the right to write there.</source>
        <translation>Wählen Sie einen anderen Ordner oder lassen Sie sich dort Schreibrecht geben.</translation>
    </message>
    <message>
        <source>“%1” is there already and was left as it is.</source>
        <translation>„%1“ gibt es schon und wurde nicht angetastet.</translation>
    </message>
    <message>
        <source>Choose another name, or move it away first.</source>
        <translation>Wählen Sie einen anderen Namen oder räumen Sie es zuerst weg.</translation>
    </message>
    <message>
        <source>The disk is full: “%1” could not be written completely.</source>
        <translation>Die Festplatte ist voll: „%1“ konnte nicht ganz geschrieben werden.</translation>
    </message>
    <message>
        <source>Make room on the disk, then try again.</source>
        <translation>Schaffen Sie Platz und versuchen Sie es noch einmal.</translation>
    </message>
    <message>
        <source>“%1” is not of a kind that can be read</source>
        <translation>„%1“ ist von keiner lesbaren Art</translation>
    </message>
    <message>
        <source>Save it as PNG or JPEG for a picture, as WAV, FLAC or MP3 for a sound.</source>
        <translation>Speichern Sie ein Bild als PNG oder JPEG, einen Ton als WAV, FLAC oder MP3.</translation>
    </message>
    <message>
        <source>“%1” is damaged or cut off</source>
        <translation>„%1“ ist beschädigt oder abgeschnitten</translation>
    </message>
    <message>
        <source>Copy it again from where it came.</source>
        <translation>Kopieren Sie es noch einmal von seiner Quelle.</translation>
    </message>
    <message>
        <source>“%1” is too large</source>
        <translation>„%1“ ist zu groß</translation>
    </message>
    <message>
        <source>Make it smaller in a picture editor and import it again.</source>
        <translation>Verkleinern Sie es in einer Bildbearbeitung und importieren Sie es noch einmal.</translation>
    </message>
    <message>
        <source>The movie “%1” could not be encoded</source>
        <translation>Das Video „%1“ konnte nicht kodiert werden</translation>
    </message>
    <message>
        <source>Try another format or size.</source>
        <translation>Versuchen Sie ein anderes Format oder eine andere Größe.</translation>
    </message>
    <message>
        <source>Stopped as you asked.</source>
        <translation>Auf Ihren Wunsch abgebrochen.</translation>
    </message>
    <message>
        <source>“%1” makes no sense here</source>
        <translation>„%1“ ergibt hier keinen Sinn</translation>
    </message>
    <message>
        <source>Check what was given.</source>
        <translation>Prüfen Sie die Angabe.</translation>
    </message>
    <message>
        <source>The film has no %1</source>
        <translation>Im Film nicht zu finden: %1</translation>
    </message>
    <message>
        <source>Check the name; the film may have changed meanwhile.</source>
        <translation>Prüfen Sie den Namen; der Film kann sich inzwischen geändert haben.</translation>
    </message>
    <message>
        <source>“%1” was not changed</source>
        <translation>„%1“ wurde nicht geändert</translation>
    </message>
    <message>
        <source>Choose another value; nothing was changed.</source>
        <translation>Wählen Sie einen anderen Wert; nichts wurde geändert.</translation>
    </message>
    <message>
        <source>There is not enough memory for “%1”.</source>
        <translation>Der Arbeitsspeicher reicht nicht für „%1“.</translation>
    </message>
    <message>
        <source>Choose a smaller size or a shorter shot, or close other programs.</source>
        <translation>Wählen Sie eine kleinere Größe oder eine kürzere Einstellung, oder schließen Sie andere Programme.</translation>
    </message>
    <message>
        <source>The graphics card stopped working while “%1” was shot.</source>
        <translation>Die Grafikkarte ist ausgefallen, während „%1“ gedreht wurde.</translation>
    </message>
    <message>
        <source>Takes are shot on the processor until Dollygrip is started again.</source>
        <translation>Bis zum nächsten Start von Dollygrip dreht der Prozessor die Takes.</translation>
    </message>
    <message>
        <source>This build of Dollygrip has no generator.</source>
        <translation>Dieses Dollygrip wurde ohne Generator gebaut.</translation>
    </message>
    <message>
        <source>The model folder “%1” cannot be used</source>
        <translation>Der Modellordner „%1“ ist nicht brauchbar</translation>
    </message>
    <message>
        <source>Choose another folder under Models, or copy the folder again.</source>
        <translation>Wählen Sie unter Modelle einen anderen Ordner oder kopieren Sie den Ordner noch einmal.</translation>
    </message>
    <message>
        <source>Dollygrip made a mistake of its own at “%1”</source>
        <translation>Dollygrip hat bei „%1“ selbst einen Fehler gemacht</translation>
    </message>
    <message>
        <source>Your film is safe. Please report this with the details.</source>
        <translation>Ihr Film ist sicher. Bitte melden Sie dies mit den Einzelheiten.</translation>
    </message>
    <message>
        <source>The film as it was before is kept as “%1”.</source>
        <translation>Der Film, wie er vorher war, bleibt als „%1“ erhalten.</translation>
    </message>
    <message>
        <source>The model “%1” is incomplete</source>
        <translation>Das Modell „%1“ ist unvollständig</translation>
    </message>
    <message>
        <source>Copy what is missing into its folder; Models lists the files.</source>
        <translation>Kopiere das Fehlende in seinen Ordner; „Videomodelle“ nennt die Dateien.</translation>
    </message>
    <message>
        <source>The model file “%1” is damaged or cut off</source>
        <translation>Die Modelldatei „%1“ ist beschädigt oder abgeschnitten</translation>
    </message>
    <message>
        <source>“%1” does not go with the rest of its model</source>
        <translation>„%1“ passt nicht zum Rest des Modells</translation>
    </message>
    <message>
        <source>Give each model a folder of its own, with files of one publisher.</source>
        <translation>Gib jedem Modell einen eigenen Ordner mit Dateien eines Herausgebers.</translation>
    </message>
</context>
<context>
    <name>Inspector</name>
    <message>
        <source>Even</source>
        <translation>Gleichmäßig</translation>
    </message>
    <message>
        <source>Ease in</source>
        <translation>Sanft anfahren</translation>
    </message>
    <message>
        <source>Ease out</source>
        <translation>Sanft abbremsen</translation>
    </message>
    <message>
        <source>Ease in and out</source>
        <translation>Sanft an und ab</translation>
    </message>
    <message>
        <source>Hold, then jump</source>
        <translation>Halten, dann springen</translation>
    </message>
</context>
<context>
    <name>LassoTool</name>
    <message>
        <source>Lasso region</source>
        <translation>Bereich mit Lasso</translation>
    </message>
    <message>
        <source>Add to region</source>
        <translation>Bereich erweitern</translation>
    </message>
    <message>
        <source>Add a shot first (N).</source>
        <translation>Legen Sie zuerst eine Einstellung an (N).</translation>
    </message>
    <message>
        <source>Click corner by corner; a double click or Return closes the outline.</source>
        <translation>Klicken Sie Ecke für Ecke; ein Doppelklick oder die Eingabetaste schließt den Umriss.</translation>
    </message>
</context>
<context>
    <name>ModelPage</name>
    <message>
        <source>%1, but only %2 are free</source>
        <translation>%1, aber nur %2 sind frei</translation>
    </message>
    <message>
        <source>%1 of the %2 that are free</source>
        <translation>%1 von den %2, die frei sind</translation>
    </message>
    <message>
        <source>%1 on a graphics card</source>
        <translation>%1 auf einer Grafikkarte</translation>
    </message>
    <message>
        <source>Takes</source>
        <translation>Nimmt</translation>
    </message>
    <message>
        <source>Pictures</source>
        <translation>Bilder</translation>
    </message>
    <message>
        <source>Sampling</source>
        <translation>Schritte</translation>
    </message>
    <message>
        <source>Final, %1 frames</source>
        <translation>Final, %1 Bilder</translation>
    </message>
    <message>
        <source>Draft, %1 frames</source>
        <translation>Entwurf, %1 Bilder</translation>
    </message>
    <message>
        <source>Whole: it can shoot.</source>
        <translation>Vollständig: Es kann drehen.</translation>
    </message>
    <message>
        <source>Files</source>
        <translation>Dateien</translation>
    </message>
    <message>
        <source>To get</source>
        <translation>Zu besorgen</translation>
    </message>
    <message>
        <source>No video model lies in %1 yet.</source>
        <translation>In %1 liegt noch kein Videomodell.</translation>
    </message>
    <message>
        <source>To begin with, get these files with your browser and put them into a folder there:</source>
        <translation>Besorge für den Anfang diese Dateien mit deinem Browser und lege sie dort in einen Ordner:</translation>
    </message>
    <message>
        <source>%1, if you like</source>
        <translation>%1, wenn du magst</translation>
    </message>
</context>
<context>
    <name>ModelText</name>
    <message>
        <source>transformer</source>
        <translation>Transformer</translation>
    </message>
    <message>
        <source>VAE</source>
        <translation>VAE</translation>
    </message>
    <message>
        <source>text encoder</source>
        <translation>Textencoder</translation>
    </message>
    <message>
        <source>tokenizer</source>
        <translation>Tokenizer</translation>
    </message>
    <message>
        <source>CLIP</source>
        <translation>CLIP</translation>
    </message>
    <message>
        <source>preview</source>
        <translation>Vorschau</translation>
    </message>
    <message>
        <source>LoRA</source>
        <translation>LoRA</translation>
    </message>
    <message>
        <source>words, the first picture, arrows as point tracks</source>
        <translation>Worte, das erste Bild, Pfeile als Punktspuren</translation>
    </message>
    <message>
        <source>words</source>
        <translation>Worte</translation>
    </message>
    <message>
        <source>words, the first picture</source>
        <translation>Worte, das erste Bild</translation>
    </message>
    <message>
        <source>words, the first and the last picture</source>
        <translation>Worte, das erste und das letzte Bild</translation>
    </message>
    <message>
        <source>words, the drawn move as control video, masks, reference pictures</source>
        <translation>Worte, die gezeichnete Bewegung als Steuervideo, Masken, Referenzbilder</translation>
    </message>
    <message>
        <source>words, the first picture, arrows as moving blobs, a reference picture</source>
        <translation>Worte, das erste Bild, Pfeile als wandernde Flecken, ein Referenzbild</translation>
    </message>
    <message>
        <source>words, the first picture, the camera&apos;s path</source>
        <translation>Worte, das erste Bild, den Weg der Kamera</translation>
    </message>
    <message>
        <source>%1 x %2, %3 frames at %4 a second</source>
        <translation>%1 x %2, %3 Bilder, %4 je Sekunde</translation>
    </message>
    <message>
        <source>%1 steps, without guidance, shift %2</source>
        <translation>%1 Schritte, ohne Führung, Verschiebung %2</translation>
    </message>
    <message>
        <source>%1 steps, guidance %2, shift %3</source>
        <translation>%1 Schritte, Führung %2, Verschiebung %3</translation>
    </message>
    <message>
        <source>whole</source>
        <translation>vollständig</translation>
    </message>
    <message>
        <source>missing tensors: %1 (%2)</source>
        <translation>fehlende Tensoren: %1 (%2)</translation>
    </message>
    <message>
        <source>unexpected tensors: %1 (%2)</source>
        <translation>unerwartete Tensoren: %1 (%2)</translation>
    </message>
    <message>
        <source>tensors of another shape: %1 (%2)</source>
        <translation>Tensoren anderer Form: %1 (%2)</translation>
    </message>
</context>
<context>
    <name>NewFilmDialog</name>
    <message>
        <source>16:9 HD</source>
        <translation>16:9 HD</translation>
    </message>
    <message>
        <source>16:9 small</source>
        <translation>16:9 klein</translation>
    </message>
    <message>
        <source>16:9 UHD</source>
        <translation>16:9 UHD</translation>
    </message>
    <message>
        <source>2.39:1 Scope</source>
        <translation>2,39:1 Scope</translation>
    </message>
    <message>
        <source>1.85:1 Flat</source>
        <translation>1,85:1 Breitwand</translation>
    </message>
    <message>
        <source>2:1 Univisium</source>
        <translation>2:1 Univisium</translation>
    </message>
    <message>
        <source>1.37:1 Academy</source>
        <translation>1,37:1 Academy</translation>
    </message>
    <message>
        <source>4:3</source>
        <translation>4:3</translation>
    </message>
    <message>
        <source>Square</source>
        <translation>Quadrat</translation>
    </message>
    <message>
        <source>9:16 upright</source>
        <translation>9:16 hochkant</translation>
    </message>
</context>
<context>
    <name>Quality</name>
    <message>
        <source>Draft</source>
        <translation>Entwurf</translation>
    </message>
    <message>
        <source>Final</source>
        <translation>Endfassung</translation>
    </message>
    <message>
        <source>Move</source>
        <translation>Bewegung</translation>
    </message>
</context>
<context>
    <name>RegionTool</name>
    <message>
        <source>Region %1</source>
        <translation>Bereich %1</translation>
    </message>
    <message>
        <source>Brush region</source>
        <translation>Bereich malen</translation>
    </message>
    <message>
        <source>Add to region</source>
        <translation>Bereich erweitern</translation>
    </message>
    <message>
        <source>Take away from region</source>
        <translation>Vom Bereich wegnehmen</translation>
    </message>
    <message>
        <source>Delete region</source>
        <translation>Bereich löschen</translation>
    </message>
    <message>
        <source>Select a region first, then take away with Alt.</source>
        <translation>Wählen Sie zuerst einen Bereich, dann nehmen Sie mit Alt davon weg.</translation>
    </message>
    <message>
        <source>Add a shot first (N).</source>
        <translation>Legen Sie zuerst eine Einstellung an (N).</translation>
    </message>
</context>
<context>
    <name>SelectTool</name>
    <message>
        <source>Move region</source>
        <translation>Bereich verschieben</translation>
    </message>
</context>
<context>
    <name>Shell</name>
    <message>
        <source>Sample film</source>
        <translation>Beispielfilm</translation>
    </message>
</context>
<context>
    <name>ShotMark</name>
    <message>
        <source>Still</source>
        <translation>Standbild</translation>
    </message>
    <message>
        <source>Move</source>
        <translation>Bewegung</translation>
    </message>
    <message>
        <source>Draft</source>
        <translation>Entwurf</translation>
    </message>
    <message>
        <source>Take</source>
        <translation>Take</translation>
    </message>
</context>
<context>
    <name>ShotSize</name>
    <message>
        <source>ELS</source>
        <translation>P</translation>
    </message>
    <message>
        <source>LS</source>
        <translation>T</translation>
    </message>
    <message>
        <source>FS</source>
        <translation>HT</translation>
    </message>
    <message>
        <source>MLS</source>
        <translation>A</translation>
    </message>
    <message>
        <source>MS</source>
        <translation>HN</translation>
    </message>
    <message>
        <source>MCU</source>
        <translation>N</translation>
    </message>
    <message>
        <source>CU</source>
        <translation>G</translation>
    </message>
    <message>
        <source>ECU</source>
        <translation>D</translation>
    </message>
    <message>
        <source>INSERT</source>
        <translation>INSERT</translation>
    </message>
</context>
<context>
    <name>Stage</name>
    <message>
        <source>Waiting</source>
        <translation>Wartet</translation>
    </message>
    <message>
        <source>Filling holes</source>
        <translation>Füllt Lücken</translation>
    </message>
    <message>
        <source>Composing</source>
        <translation>Setzt zusammen</translation>
    </message>
    <message>
        <source>Sampling</source>
        <translation>Erzeugt</translation>
    </message>
    <message>
        <source>Decoding</source>
        <translation>Dekodiert</translation>
    </message>
    <message>
        <source>Painting</source>
        <translation>Malt</translation>
    </message>
    <message>
        <source>Cancelling</source>
        <translation>Bricht ab</translation>
    </message>
    <message>
        <source>Reading the words</source>
        <translation>Liest die Worte</translation>
    </message>
    <message>
        <source>Conditioning</source>
        <translation>Bereitet die Steuerung vor</translation>
    </message>
</context>
<context>
    <name>TakeValues</name>
    <message>
        <source>%1 % off</source>
        <translation>%1 % daneben</translation>
    </message>
    <message>
        <source>steady %1 %</source>
        <translation>ruhig %1 %</translation>
    </message>
    <message>
        <source>alike %1 %</source>
        <translation>ähnlich %1 %</translation>
    </message>
</context>
<context>
    <name>TimeText</name>
    <message>
        <source>%1 f</source>
        <translation>%1 f</translation>
    </message>
    <message>
        <source>%1 s %2 f</source>
        <translation>%1 s %2 f</translation>
    </message>
</context>
<context>
    <name>TimelineDrag</name>
    <message>
        <source>frames %1 to %2</source>
        <translation>Frames %1 bis %2</translation>
    </message>
    <message>
        <source>key at frame %1</source>
        <translation>Keyframe bei Frame %1</translation>
    </message>
    <message>
        <source>Trim shot</source>
        <translation>Einstellung trimmen</translation>
    </message>
    <message>
        <source>Roll cut</source>
        <translation>Schnitt rollen</translation>
    </message>
    <message>
        <source>Move shot</source>
        <translation>Einstellung verschieben</translation>
    </message>
    <message>
        <source>Time arrow</source>
        <translation>Pfeil zeitlich ändern</translation>
    </message>
    <message>
        <source>Move camera key</source>
        <translation>Kamera-Keyframe verschieben</translation>
    </message>
    <message>
        <source>Move sound</source>
        <translation>Ton verschieben</translation>
    </message>
</context>
<context>
    <name>dollygrip::ui::AboutDialog</name>
    <message>
        <source>About Dollygrip</source>
        <translation>Über Dollygrip</translation>
    </message>
    <message>
        <source>Previsualization for film directors</source>
        <translation>Previsualisierung für Filmregie</translation>
    </message>
    <message>
        <source>Nothing leaves this machine: no account, no upload, no credits.</source>
        <translation>Nichts verlässt diesen Rechner: kein Konto, kein Hochladen, keine Guthaben.</translation>
    </message>
    <message>
        <source>Free software under the GNU General Public License, version 3 or later.</source>
        <translation>Freie Software unter der GNU General Public License, Version 3 oder später.</translation>
    </message>
</context>
<context>
    <name>dollygrip::ui::Actions</name>
    <message>
        <source>Gives this shot the camera move “%1”</source>
        <translation>Bewegt die Kamera: %1</translation>
    </message>
</context>
<context>
    <name>dollygrip::ui::BoardView</name>
    <message>
        <source>Drop pictures here, or start drawing</source>
        <translation>Bilder hier ablegen oder loszeichnen</translation>
    </message>
    <message>
        <source>N  new shot</source>
        <translation>N  neue Einstellung</translation>
    </message>
    <message>
        <source>Scene without heading</source>
        <translation>Szene ohne Szenenkopf</translation>
    </message>
    <message>
        <source>No shots yet</source>
        <translation>Noch keine Einstellungen</translation>
    </message>
    <message>
        <source>panel %1</source>
        <translation>Panel %1</translation>
    </message>
    <message>
        <source>Boards</source>
        <translation>Storyboard</translation>
    </message>
    <message>
        <source>INT. PLACE - DAY</source>
        <translation>INNEN. ORT - TAG</translation>
    </message>
</context>
<context>
    <name>dollygrip::ui::BrushButton</name>
    <message>
        <source>&lt;b&gt;Pen&lt;/b&gt;&lt;br&gt;Kind, colour and size</source>
        <translation>&lt;b&gt;Stift&lt;/b&gt;&lt;br&gt;Art, Farbe und Größe</translation>
    </message>
    <message>
        <source>Pen</source>
        <translation>Stift</translation>
    </message>
</context>
<context>
    <name>dollygrip::ui::BrushPopup</name>
    <message>
        <source>Size</source>
        <translation>Größe</translation>
    </message>
    <message>
        <source>Opacity</source>
        <translation>Deckkraft</translation>
    </message>
    <message>
        <source>Eraser</source>
        <translation>Radierer</translation>
    </message>
    <message>
        <source>Motion brush</source>
        <translation>Bewegungspinsel</translation>
    </message>
    <message>
        <source>Pencil</source>
        <translation>Bleistift</translation>
    </message>
    <message>
        <source>Ink</source>
        <translation>Tusche</translation>
    </message>
    <message>
        <source>Marker</source>
        <translation>Marker</translation>
    </message>
    <message>
        <source>Fill</source>
        <translation>Füllen</translation>
    </message>
    <message>
        <source>Other colour…</source>
        <translation>Andere Farbe …</translation>
    </message>
    <message>
        <source>%1 px</source>
        <translation>%1 px</translation>
    </message>
</context>
<context>
    <name>dollygrip::ui::CameraForm</name>
    <message>
        <source>Camera frames</source>
        <translation>Kamerarahmen</translation>
    </message>
    <message>
        <source>Add at playhead</source>
        <translation>Hinzufügen</translation>
    </message>
    <message>
        <source>Remove</source>
        <translation>Entfernen</translation>
    </message>
    <message>
        <source>Remove camera frame</source>
        <translation>Kamerarahmen entfernen</translation>
    </message>
    <message>
        <source>Named move</source>
        <translation>Fertige Bewegung</translation>
    </message>
    <message>
        <source>Move</source>
        <translation>Bewegung</translation>
    </message>
    <message>
        <source>How much</source>
        <translation>Wie viel</translation>
    </message>
    <message>
        <source>Ease</source>
        <translation>Verlauf</translation>
    </message>
    <message>
        <source>Make this move</source>
        <translation>Bewegung übernehmen</translation>
    </message>
    <message>
        <source>Unrest of a hand-held camera on top of the move; 100 % is a calm operator.</source>
        <translation>Unruhe einer Handkamera zusätzlich zur Bewegung; 100 % ist ein ruhiger Operateur.</translation>
    </message>
    <message>
        <source>Hand-held</source>
        <translation>Handkamera</translation>
    </message>
    <message>
        <source>When</source>
        <translation>Wann</translation>
    </message>
    <message>
        <source>Lens</source>
        <translation>Brennweite</translation>
    </message>
    <message>
        <source>Truck (right)</source>
        <translation>Seitlich rechts</translation>
    </message>
    <message>
        <source>Pedestal (up)</source>
        <translation>Hub auf</translation>
    </message>
    <message>
        <source>Dolly (in)</source>
        <translation>Fahrt vor</translation>
    </message>
    <message>
        <source>Pan (right)</source>
        <translation>Schwenk rechts</translation>
    </message>
    <message>
        <source>Tilt (up)</source>
        <translation>Neigen auf</translation>
    </message>
    <message>
        <source>Roll (clockwise)</source>
        <translation>Rollen rechts</translation>
    </message>
    <message>
        <source>On the way on</source>
        <translation>Weiter</translation>
    </message>
    <message>
        <source>Change camera frame</source>
        <translation>Kamerarahmen ändern</translation>
    </message>
    <message>
        <source>Move camera frame in time</source>
        <translation>Kamerarahmen zeitlich verschieben</translation>
    </message>
    <message>
        <source>Change ease</source>
        <translation>Verlauf ändern</translation>
    </message>
    <message>
        <source>Change hand-held unrest</source>
        <translation>Unruhe der Handkamera ändern</translation>
    </message>
    <message>
        <source>degrees</source>
        <translation>Grad</translation>
    </message>
    <message>
        <source>metres</source>
        <translation>Meter</translation>
    </message>
    <message>
        <source>times</source>
        <translation>-fach</translation>
    </message>
    <message>
        <source>of the way</source>
        <translation>des Wegs</translation>
    </message>
    <message>
        <source>strength</source>
        <translation>Stärke</translation>
    </message>
    <message>
        <source>Camera: %1</source>
        <translation>Kamera: %1</translation>
    </message>
    <message>
        <source>Add camera frame</source>
        <translation>Kamerarahmen hinzufügen</translation>
    </message>
    <message>
        <source>%1   frame %2</source>
        <translation>%1   Frame %2</translation>
    </message>
    <message>
        <source>%1 mm</source>
        <translation>%1 mm</translation>
    </message>
</context>
<context>
    <name>dollygrip::ui::CanvasView</name>
    <message>
        <source>Drag arrows, their points, regions or the edges of camera frames · Double click an arrow for one more point · Del takes away</source>
        <translation>Pfeile, ihre Punkte, Bereiche oder Kamerarahmen ziehen · Doppelklick auf einen Pfeil: neuer Punkt · Entf entfernt</translation>
    </message>
    <message>
        <source>Shift: straight line</source>
        <translation>Umschalt: gerade Linie</translation>
    </message>
    <message>
        <source>Shift: straight line · The pen&apos;s other end erases always</source>
        <translation>Umschalt: gerade Linie · Das andere Ende des Stifts radiert immer</translation>
    </message>
    <message>
        <source>Brush over what moves · Shift adds to the region · Alt takes away</source>
        <translation>Anmalen, was sich bewegt · Umschalt erweitert den Bereich · Alt nimmt weg</translation>
    </message>
    <message>
        <source>Draw around what moves, or click corner by corner · Shift adds to the region</source>
        <translation>Umranden, was sich bewegt, oder Ecke für Ecke klicken · Umschalt erweitert den Bereich</translation>
    </message>
    <message>
        <source>Draw from a region where it goes, or click point by point and end with Return · From an arrow&apos;s tip the way goes on</source>
        <translation>Vom Bereich aus den Weg ziehen oder Punkt für Punkt klicken, Ende mit Eingabe · Von der Pfeilspitze geht es weiter</translation>
    </message>
    <message>
        <source>Drag: truck and pedestal, with Ctrl pan and tilt · Corner: dolly, with Ctrl zoom · Round handle: roll · Double click: new frame at the playhead</source>
        <translation>Ziehen: Fahrt und Hub, mit Strg Schwenk und Neigen · Ecke: Fahrt, mit Strg Zoom · Runder Griff: Rollen · Doppelklick: neuer Rahmen</translation>
    </message>
    <message>
        <source>Drop pictures here, or start drawing (B)</source>
        <translation>Bilder hier ablegen oder loszeichnen (B)</translation>
    </message>
    <message>
        <source>Review only looks. Stage (Ctrl+2) draws and moves.</source>
        <translation>Die Sichtung zeigt nur. Im Set (Strg+2) wird gezeichnet und bewegt.</translation>
    </message>
</context>
<context>
    <name>dollygrip::ui::CastDialog</name>
    <message>
        <source>Cast</source>
        <translation>Besetzung</translation>
    </message>
    <message>
        <source>Add</source>
        <translation>Hinzufügen</translation>
    </message>
    <message>
        <source>Remove</source>
        <translation>Entfernen</translation>
    </message>
    <message>
        <source>Add who or what is to look the same in every shot: a person, an animal, a prop, a place. A shot whose words name them gets their pictures, words and seed.</source>
        <translation>Hier kommt hinein, wer oder was in jeder Einstellung gleich aussehen soll: ein Mensch, ein Tier, ein Requisit, ein Ort. Eine Einstellung, deren Worte sie nennen, bekommt ihre Bilder, Worte und ihren Startwert.</translation>
    </message>
    <message>
        <source>As the words of a shot name them</source>
        <translation>So, wie die Worte einer Einstellung sie nennen</translation>
    </message>
    <message>
        <source>Name</source>
        <translation>Name</translation>
    </message>
    <message>
        <source>What every shot says of them: a woman of forty, red coat</source>
        <translation>Was jede Einstellung von ihnen sagt: eine Frau um die vierzig, roter Mantel</translation>
    </message>
    <message>
        <source>Words</source>
        <translation>Worte</translation>
    </message>
    <message>
        <source>the shot&apos;s own</source>
        <translation>der der Einstellung</translation>
    </message>
    <message>
        <source>Shots with them begin from the same noise.</source>
        <translation>Einstellungen mit ihnen beginnen mit demselben Rauschen.</translation>
    </message>
    <message>
        <source>Seed</source>
        <translation>Startwert</translation>
    </message>
    <message>
        <source>Pictures</source>
        <translation>Bilder</translation>
    </message>
    <message>
        <source>Drop pictures here; the best one first</source>
        <translation>Bilder hier ablegen, das beste zuerst</translation>
    </message>
    <message>
        <source>Add pictures…</source>
        <translation>Bilder hinzufügen …</translation>
    </message>
    <message>
        <source>From the paper</source>
        <translation>Vom Papier</translation>
    </message>
    <message>
        <source>What is drawn on the current panel; only the selected region when there is one</source>
        <translation>Was auf dem aktuellen Panel gezeichnet ist; nur der gewählte Bereich, wenn es einen gibt</translation>
    </message>
    <message>
        <source>Add pictures</source>
        <translation>Bilder hinzufügen</translation>
    </message>
    <message>
        <source>Pictures (*.png *.jpg *.jpeg *.tif *.tiff *.webp *.bmp);;All files (*)</source>
        <translation>Bilder (*.png *.jpg *.jpeg *.tif *.tiff *.webp *.bmp);;Alle Dateien (*)</translation>
    </message>
    <message>
        <source>Remove from the cast</source>
        <translation>Aus der Besetzung nehmen</translation>
    </message>
    <message>
        <source>Rename</source>
        <translation>Umbenennen</translation>
    </message>
    <message>
        <source>Change their words</source>
        <translation>Worte ändern</translation>
    </message>
    <message>
        <source>Change their seed</source>
        <translation>Startwert ändern</translation>
    </message>
    <message>
        <source>Somebody</source>
        <translation>Jemand</translation>
    </message>
    <message>
        <source>Somebody %1</source>
        <translation>Jemand %1</translation>
    </message>
    <message>
        <source>Add to the cast</source>
        <translation>In die Besetzung aufnehmen</translation>
    </message>
    <message>
        <source>Add picture</source>
        <translation>Bild hinzufügen</translation>
    </message>
    <message>
        <source>Remove picture</source>
        <translation>Bild entfernen</translation>
    </message>
    <message numerus="yes">
        <source>%n picture(s)</source>
        <translation>
            <numerusform>%n Bild</numerusform>
            <numerusform>%n Bilder</numerusform>
        </translation>
    </message>
    <message>
        <source>No shot names them yet.</source>
        <translation>Noch nennt sie keine Einstellung.</translation>
    </message>
    <message>
        <source>Seen in: %1</source>
        <translation>Zu sehen in: %1</translation>
    </message>
</context>
<context>
    <name>dollygrip::ui::CommandSearch</name>
    <message>
        <source>Camera: %1</source>
        <translation>Kamera: %1</translation>
    </message>
    <message>
        <source>What do you want to do?</source>
        <translation>Was möchten Sie tun?</translation>
    </message>
</context>
<context>
    <name>dollygrip::ui::CompareView</name>
    <message>
        <source>Compare takes</source>
        <translation>Takes vergleichen</translation>
    </message>
    <message>
        <source>Wipe</source>
        <translation>Wischen</translation>
    </message>
    <message>
        <source>One over the other; drag the line (W)</source>
        <translation>Einer über dem anderen; die Linie lässt sich ziehen (W)</translation>
    </message>
    <message>
        <source>%1 of %2, seed %3</source>
        <translation>%1 von %2, Startwert %3</translation>
    </message>
    <message>
        <source>No takes of this shot yet.</source>
        <translation>Noch keine Takes dieser Einstellung.</translation>
    </message>
    <message>
        <source>A over B</source>
        <translation>A über B</translation>
    </message>
</context>
<context>
    <name>dollygrip::ui::ConditioningView</name>
    <message>
        <source>The take</source>
        <translation>Der Take</translation>
    </message>
    <message>
        <source>Control video</source>
        <translation>Steuervideo</translation>
    </message>
    <message>
        <source>Mask</source>
        <translation>Maske</translation>
    </message>
    <message>
        <source>Reference</source>
        <translation>Referenz</translation>
    </message>
    <message>
        <source>Tracks</source>
        <translation>Spuren</translation>
    </message>
    <message>
        <source>Camera</source>
        <translation>Kamera</translation>
    </message>
    <message>
        <source>First picture</source>
        <translation>Erstes Bild</translation>
    </message>
    <message>
        <source>The move</source>
        <translation>Die Bewegung</translation>
    </message>
    <message>
        <source>What the network gets</source>
        <translation>Was das Netz bekommt</translation>
    </message>
    <message>
        <source>Look again</source>
        <translation>Neu ansehen</translation>
    </message>
    <message>
        <source>The shot may have changed since</source>
        <translation>Die Einstellung kann sich seither geändert haben</translation>
    </message>
    <message>
        <source>This model is given words alone.</source>
        <translation>Dieses Modell bekommt nur Worte.</translation>
    </message>
    <message>
        <source>It could not be made; the window says why.</source>
        <translation>Das ging nicht; das Fenster sagt, warum.</translation>
    </message>
    <message>
        <source>Cancelled.</source>
        <translation>Abgebrochen.</translation>
    </message>
    <message>
        <source>What would be sent now</source>
        <translation>Was jetzt gesendet würde</translation>
    </message>
    <message>
        <source>%1 of %2</source>
        <translation>%1 von %2</translation>
    </message>
    <message>
        <source>seed %1</source>
        <translation>Startwert %1</translation>
    </message>
    <message>
        <source>%1 of %2 steps</source>
        <translation>%1 von %2 Schritten</translation>
    </message>
    <message>
        <source>Drafts and finals are made by completion, which takes the move itself. Choose a video model in the inspector to see what it would get.</source>
        <translation>Entwürfe und Endfassungen macht die Vervollständigung, die die Bewegung selbst nimmt. Wählen Sie im Inspektor ein Videomodell, um zu sehen, was es bekäme.</translation>
    </message>
    <message>
        <source>Asking for what %1 would get…</source>
        <translation>Frage, was %1 bekäme …</translation>
    </message>
    <message>
        <source>Last picture</source>
        <translation>Letztes Bild</translation>
    </message>
</context>
<context>
    <name>dollygrip::ui::ErrorBox</name>
    <message>
        <source>Details</source>
        <translation>Einzelheiten</translation>
    </message>
    <message>
        <source>Copy</source>
        <translation>Kopieren</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>Schließen</translation>
    </message>
    <message numerus="yes">
        <source>%n more</source>
        <translation>
            <numerusform>%n weitere</numerusform>
            <numerusform>%n weitere</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>dollygrip::ui::ExportDialog</name>
    <message numerus="yes">
        <source>%n second(s) left</source>
        <translation>
            <numerusform>noch %n Sekunde</numerusform>
            <numerusform>noch %n Sekunden</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n minute(s) left</source>
        <translation>
            <numerusform>noch %n Minute</numerusform>
            <numerusform>noch %n Minuten</numerusform>
        </translation>
    </message>
    <message>
        <source>Export movie</source>
        <translation>Film exportieren</translation>
    </message>
    <message>
        <source>Movie for viewing (H.264, MP4)</source>
        <translation>Video zum Ansehen (H.264, MP4)</translation>
    </message>
    <message>
        <source>Movie for editing (ProRes 422, MOV)</source>
        <translation>Video für den Schnitt (ProRes 422, MOV)</translation>
    </message>
    <message>
        <source>Numbered pictures (PNG)</source>
        <translation>Nummerierte Bilder (PNG)</translation>
    </message>
    <message>
        <source>As</source>
        <translation>Als</translation>
    </message>
    <message>
        <source>The whole film</source>
        <translation>Der ganze Film</translation>
    </message>
    <message>
        <source>From in to out</source>
        <translation>Von In bis Out</translation>
    </message>
    <message>
        <source>Shot %1</source>
        <translation>Einstellung %1</translation>
    </message>
    <message>
        <source>What</source>
        <translation>Was</translation>
    </message>
    <message>
        <source>As the film, %1 × %2</source>
        <translation>Wie der Film, %1 × %2</translation>
    </message>
    <message>
        <source>Size</source>
        <translation>Größe</translation>
    </message>
    <message>
        <source>Timecode</source>
        <translation>Timecode</translation>
    </message>
    <message>
        <source>Shot name</source>
        <translation>Name der Einstellung</translation>
    </message>
    <message>
        <source>Burn in</source>
        <translation>Einblenden</translation>
    </message>
    <message>
        <source>With sound</source>
        <translation>Mit Ton</translation>
    </message>
    <message>
        <source>Choose…</source>
        <translation>Wählen …</translation>
    </message>
    <message>
        <source>To</source>
        <translation>Nach</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>Schließen</translation>
    </message>
    <message>
        <source>Export</source>
        <translation>Exportieren</translation>
    </message>
    <message>
        <source> pictures</source>
        <translation> Bilder</translation>
    </message>
    <message numerus="yes">
        <source>%1 of %n picture(s), %2 a second, %3</source>
        <translation>
            <numerusform>%1 von %n Bild, %2 pro Sekunde, %3</numerusform>
            <numerusform>%1 von %n Bildern, %2 pro Sekunde, %3</numerusform>
        </translation>
    </message>
    <message>
        <source>Cancelled. Nothing was written.</source>
        <translation>Abgebrochen. Nichts wurde geschrieben.</translation>
    </message>
    <message numerus="yes">
        <source>Wrote %1 (%n picture(s)).</source>
        <translation>
            <numerusform>%1 geschrieben (%n Bild).</numerusform>
            <numerusform>%1 geschrieben (%n Bilder).</numerusform>
        </translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>Abbrechen</translation>
    </message>
</context>
<context>
    <name>dollygrip::ui::FilmCommands</name>
    <message>
        <source>New shot</source>
        <translation>Neue Einstellung</translation>
    </message>
    <message>
        <source>New scene</source>
        <translation>Neue Szene</translation>
    </message>
    <message>
        <source>INT. NEW PLACE - DAY</source>
        <translation>INNEN. NEUER ORT - TAG</translation>
    </message>
    <message>
        <source>New panel</source>
        <translation>Neues Panel</translation>
    </message>
    <message>
        <source>Duplicate shot</source>
        <translation>Einstellung duplizieren</translation>
    </message>
    <message>
        <source>Delete shot</source>
        <translation>Einstellung löschen</translation>
    </message>
    <message>
        <source>Delete panel</source>
        <translation>Panel löschen</translation>
    </message>
    <message>
        <source>Split shot</source>
        <translation>Einstellung teilen</translation>
    </message>
    <message>
        <source>Move shot</source>
        <translation>Einstellung verschieben</translation>
    </message>
    <message>
        <source>Change heading</source>
        <translation>Szenenkopf ändern</translation>
    </message>
    <message>
        <source>Delete scene</source>
        <translation>Szene löschen</translation>
    </message>
    <message>
        <source>Camera: %1</source>
        <translation>Kamera: %1</translation>
    </message>
    <message>
        <source>Clear camera move</source>
        <translation>Kamerabewegung entfernen</translation>
    </message>
    <message>
        <source>Delete region</source>
        <translation>Bereich löschen</translation>
    </message>
    <message>
        <source>Clear motion</source>
        <translation>Bewegung entfernen</translation>
    </message>
    <message>
        <source>Delete sound</source>
        <translation>Ton löschen</translation>
    </message>
</context>
<context>
    <name>dollygrip::ui::FilmDesk</name>
    <message>
        <source>Circle take</source>
        <translation>Take auswählen</translation>
    </message>
</context>
<context>
    <name>dollygrip::ui::InspectorDock</name>
    <message>
        <source>Inspector</source>
        <translation>Inspektor</translation>
    </message>
    <message>
        <source>Shot</source>
        <translation>Einst.</translation>
    </message>
    <message>
        <source>Motion</source>
        <translation>Bewegung</translation>
    </message>
    <message>
        <source>Camera</source>
        <translation>Kamera</translation>
    </message>
    <message>
        <source>Layers</source>
        <translation>Ebenen</translation>
    </message>
    <message>
        <source>Shoot</source>
        <translation>Drehen</translation>
    </message>
</context>
<context>
    <name>dollygrip::ui::JobCard</name>
    <message>
        <source>Cancel</source>
        <translation>Abbrechen</translation>
    </message>
    <message>
        <source>Waiting</source>
        <translation>Wartet</translation>
    </message>
    <message>
        <source>Starting</source>
        <translation>Beginnt</translation>
    </message>
    <message>
        <source>%1 · %2 left</source>
        <translation>%1 · noch %2</translation>
    </message>
    <message>
        <source>Stop here</source>
        <translation>Hier anhalten</translation>
    </message>
    <message>
        <source>Ends after this step and keeps what there is as the take</source>
        <translation>Endet nach diesem Schritt und behält, was da ist, als Take</translation>
    </message>
    <message>
        <source>what the network gets</source>
        <translation>was das Netz bekommt</translation>
    </message>
    <message>
        <source>Stopping after this step</source>
        <translation>Hält nach diesem Schritt an</translation>
    </message>
    <message>
        <source>%1, step %2 of %3</source>
        <translation>%1, Schritt %2 von %3</translation>
    </message>
</context>
<context>
    <name>dollygrip::ui::LayersForm</name>
    <message>
        <source>Near layers on top. What is nearer moves faster when the camera travels.</source>
        <translation>Nahe Ebenen oben. Was näher ist, bewegt sich bei Kamerafahrten schneller.</translation>
    </message>
    <message>
        <source>New layer</source>
        <translation>Neue Ebene</translation>
    </message>
    <message>
        <source>Duplicate layer</source>
        <translation>Ebene duplizieren</translation>
    </message>
    <message>
        <source>Bring nearer</source>
        <translation>Näher holen</translation>
    </message>
    <message>
        <source>Send farther</source>
        <translation>Weiter weg</translation>
    </message>
    <message>
        <source>Delete layer</source>
        <translation>Ebene löschen</translation>
    </message>
    <message>
        <source>Name</source>
        <translation>Name</translation>
    </message>
    <message>
        <source>How far away it stands at the start of the shot.</source>
        <translation>Wie weit weg sie am Anfang der Einstellung steht.</translation>
    </message>
    <message>
        <source>Depth</source>
        <translation>Tiefe</translation>
    </message>
    <message>
        <source>Opacity</source>
        <translation>Deckkraft</translation>
    </message>
    <message>
        <source>Visible</source>
        <translation>Sichtbar</translation>
    </message>
    <message>
        <source>Locked</source>
        <translation>Gesperrt</translation>
    </message>
    <message>
        <source>Pinned to the camera</source>
        <translation>Fest an der Kamera</translation>
    </message>
    <message>
        <source>Stays in the frame whatever the camera does: a title, binoculars, a window.</source>
        <translation>Bleibt im Bild, was die Kamera auch tut: ein Titel, ein Fernglas, ein Fenster.</translation>
    </message>
    <message>
        <source>Bring layer nearer</source>
        <translation>Ebene näher holen</translation>
    </message>
    <message>
        <source>Send layer farther</source>
        <translation>Ebene weiter weg</translation>
    </message>
    <message>
        <source>Rename layer</source>
        <translation>Ebene umbenennen</translation>
    </message>
    <message>
        <source>Change depth</source>
        <translation>Tiefe ändern</translation>
    </message>
    <message>
        <source>Change opacity</source>
        <translation>Deckkraft ändern</translation>
    </message>
    <message>
        <source>Show layer</source>
        <translation>Ebene zeigen</translation>
    </message>
    <message>
        <source>Hide layer</source>
        <translation>Ebene verbergen</translation>
    </message>
    <message>
        <source>Lock layer</source>
        <translation>Ebene sperren</translation>
    </message>
    <message>
        <source>Unlock layer</source>
        <translation>Ebene entsperren</translation>
    </message>
    <message>
        <source>Pin layer to the camera</source>
        <translation>Ebene an die Kamera heften</translation>
    </message>
    <message>
        <source>Unpin layer</source>
        <translation>Ebene von der Kamera lösen</translation>
    </message>
    <message>
        <source>Layer %1</source>
        <translation>Ebene %1</translation>
    </message>
</context>
<context>
    <name>dollygrip::ui::MainWindow</name>
    <message>
        <source>Boards</source>
        <translation>Storyboard</translation>
    </message>
    <message>
        <source>Timeline</source>
        <translation>Timeline</translation>
    </message>
    <message>
        <source>Docks</source>
        <translation>Fensterteile</translation>
    </message>
    <message>
        <source>to look at</source>
        <translation>nur zum Ansehen</translation>
    </message>
    <message>
        <source>not saved</source>
        <translation>nicht gespeichert</translation>
    </message>
    <message>
        <source>saved</source>
        <translation>gespeichert</translation>
    </message>
    <message>
        <source>saving…</source>
        <translation>wird gespeichert …</translation>
    </message>
    <message>
        <source>%1 — %2 — Dollygrip</source>
        <translation>%1 — %2 — Dollygrip</translation>
    </message>
</context>
<context>
    <name>dollygrip::ui::MediaImport</name>
    <message numerus="yes">
        <source>Import %n file(s)</source>
        <translation>
            <numerusform>%n Datei importieren</numerusform>
            <numerusform>%n Dateien importieren</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>dollygrip::ui::ModelsDialog</name>
    <message>
        <source>Video models</source>
        <translation>Videomodelle</translation>
    </message>
    <message>
        <source>Choose folder…</source>
        <translation>Ordner wählen…</translation>
    </message>
    <message>
        <source>Look again</source>
        <translation>Neu suchen</translation>
    </message>
    <message>
        <source>Use for drafts</source>
        <translation>Für Entwürfe</translation>
    </message>
    <message>
        <source>Use for finals</source>
        <translation>Für Finale</translation>
    </message>
    <message>
        <source>Copy list of files to get</source>
        <translation>Dateiliste kopieren</translation>
    </message>
    <message>
        <source>Folder of video models</source>
        <translation>Ordner der Videomodelle</translation>
    </message>
    <message>
        <source>Looking…</source>
        <translation>Sucht…</translation>
    </message>
    <message>
        <source>cannot be used yet</source>
        <translation>noch nicht brauchbar</translation>
    </message>
    <message>
        <source>drafts</source>
        <translation>Entwürfe</translation>
    </message>
    <message>
        <source>finals</source>
        <translation>Finale</translation>
    </message>
</context>
<context>
    <name>dollygrip::ui::MotionForm</name>
    <message>
        <source>Rename region</source>
        <translation>Bereich umbenennen</translation>
    </message>
    <message>
        <source>Change how the region moves</source>
        <translation>Verhalten des Bereichs ändern</translation>
    </message>
    <message>
        <source>Change soft edge</source>
        <translation>Weichen Rand ändern</translation>
    </message>
    <message>
        <source>Change speed</source>
        <translation>Tempo ändern</translation>
    </message>
    <message>
        <source>Change when it starts</source>
        <translation>Beginn ändern</translation>
    </message>
    <message>
        <source>Change when it ends</source>
        <translation>Ende ändern</translation>
    </message>
    <message>
        <source>Turn along the path</source>
        <translation>Drehung auf dem Weg</translation>
    </message>
    <message>
        <source>Scale along the path</source>
        <translation>Größe auf dem Weg</translation>
    </message>
    <message>
        <source>Remove arrow</source>
        <translation>Pfeil entfernen</translation>
    </message>
    <message>
        <source>Paint what moves with the motion brush (R) or circle it with the lasso (Shift+R), then draw an arrow from it (A).</source>
        <translation>Malen Sie mit dem Bewegungspinsel (R) an, was sich bewegt, oder umranden Sie es mit dem Lasso (Umschalt+R); ziehen Sie dann von dort einen Pfeil (A).</translation>
    </message>
    <message>
        <source>Name</source>
        <translation>Name</translation>
    </message>
    <message>
        <source>Bends with its surroundings</source>
        <translation>Biegt sich mit</translation>
    </message>
    <message>
        <source>Lifts off as its own plane</source>
        <translation>Eigene Ebene</translation>
    </message>
    <message>
        <source>Is held still</source>
        <translation>Steht fest</translation>
    </message>
    <message>
        <source>It</source>
        <translation>Verhalten</translation>
    </message>
    <message>
        <source>Width of the soft edge, in percent of the picture&apos;s height.</source>
        <translation>Breite des weichen Randes in Prozent der Bildhöhe.</translation>
    </message>
    <message>
        <source>Soft edge</source>
        <translation>Weicher Rand</translation>
    </message>
    <message>
        <source>Arrow</source>
        <translation>Pfeil</translation>
    </message>
    <message>
        <source>Which</source>
        <translation>Welcher</translation>
    </message>
    <message>
        <source>Speed</source>
        <translation>Tempo</translation>
    </message>
    <message>
        <source>Starts at</source>
        <translation>Beginnt bei</translation>
    </message>
    <message>
        <source>Ends at</source>
        <translation>Endet bei</translation>
    </message>
    <message>
        <source>Turns by</source>
        <translation>Dreht sich um</translation>
    </message>
    <message>
        <source>Grows to</source>
        <translation>Wächst auf</translation>
    </message>
    <message>
        <source>held still</source>
        <translation>festgehalten</translation>
    </message>
    <message>
        <source>no arrow yet</source>
        <translation>noch kein Pfeil</translation>
    </message>
    <message numerus="yes">
        <source>%n arrow(s)</source>
        <translation>
            <numerusform>%n Pfeil</numerusform>
            <numerusform>%n Pfeile</numerusform>
        </translation>
    </message>
    <message>
        <source>Arrow %1: frames %2 to %3</source>
        <translation>Pfeil %1: Frames %2–%3</translation>
    </message>
</context>
<context>
    <name>dollygrip::ui::NewFilmDialog</name>
    <message>
        <source>New film</source>
        <translation>Neuer Film</translation>
    </message>
    <message>
        <source>My film</source>
        <translation>Mein Film</translation>
    </message>
    <message>
        <source>Title</source>
        <translation>Titel</translation>
    </message>
    <message>
        <source>Picture</source>
        <translation>Bild</translation>
    </message>
    <message>
        <source>%1 frames a second</source>
        <translation>%1 Bilder pro Sekunde</translation>
    </message>
    <message>
        <source>Rate</source>
        <translation>Bildrate</translation>
    </message>
    <message>
        <source>Choose…</source>
        <translation>Wählen …</translation>
    </message>
    <message>
        <source>Folder</source>
        <translation>Ordner</translation>
    </message>
    <message>
        <source>Create film</source>
        <translation>Film anlegen</translation>
    </message>
    <message>
        <source>The film needs a title.</source>
        <translation>Der Film braucht einen Titel.</translation>
    </message>
    <message>
        <source>There is no such folder.</source>
        <translation>Diesen Ordner gibt es nicht.</translation>
    </message>
    <message>
        <source>This folder cannot be written to. Choose another one.</source>
        <translation>In diesen Ordner kann nicht geschrieben werden. Wählen Sie einen anderen.</translation>
    </message>
    <message>
        <source>A film of this name is there already. Choose another title or folder.</source>
        <translation>Einen Film dieses Namens gibt es schon. Wählen Sie einen anderen Titel oder Ordner.</translation>
    </message>
    <message>
        <source>Folder for the film</source>
        <translation>Ordner für den Film</translation>
    </message>
</context>
<context>
    <name>dollygrip::ui::NumberField</name>
    <message>
        <source>Drag sideways, or click and type. Double-click resets.</source>
        <translation>Seitlich ziehen oder klicken und tippen. Doppelklick setzt zurück.</translation>
    </message>
</context>
<context>
    <name>dollygrip::ui::PreferencesDialog</name>
    <message>
        <source>Preferences</source>
        <translation>Programmeinstellungen</translation>
    </message>
    <message>
        <source>Dark, for dark rooms</source>
        <translation>Dunkel, für dunkle Räume</translation>
    </message>
    <message>
        <source>Light, for daylight</source>
        <translation>Hell, für Tageslicht</translation>
    </message>
    <message>
        <source>Window</source>
        <translation>Fenster</translation>
    </message>
    <message>
        <source>As the desktop</source>
        <translation>Wie der Schreibtisch</translation>
    </message>
    <message>
        <source>Language</source>
        <translation>Sprache</translation>
    </message>
    <message>
        <source>A new language takes effect when the program starts again.</source>
        <translation>Eine neue Sprache gilt ab dem nächsten Start.</translation>
    </message>
    <message>
        <source>Settings are kept in %1</source>
        <translation>Die Einstellungen liegen in %1</translation>
    </message>
</context>
<context>
    <name>dollygrip::ui::ScrubBar</name>
    <message>
        <source>Plays this shot over and over</source>
        <translation>Spielt diese Einstellung immer wieder</translation>
    </message>
</context>
<context>
    <name>dollygrip::ui::Shell</name>
    <message>
        <source>This film is open to look at: nothing you change is kept.</source>
        <translation>Dieser Film ist nur zum Ansehen offen: Keine Änderung bleibt erhalten.</translation>
    </message>
    <message>
        <source>Close the other program, or make a copy of the film to work on.</source>
        <translation>Schließen Sie das andere Programm oder arbeiten Sie an einer Kopie des Films.</translation>
    </message>
    <message>
        <source>Opening the sample film…</source>
        <translation>Öffnet den Beispielfilm …</translation>
    </message>
    <message>
        <source>Opening “%1”…</source>
        <translation>Öffnet „%1“…</translation>
    </message>
</context>
<context>
    <name>dollygrip::ui::ShootForm</name>
    <message>
        <source>More</source>
        <translation>Mehr</translation>
    </message>
    <message>
        <source>Drafts by</source>
        <translation>Entwürfe</translation>
    </message>
    <message>
        <source>Finals by</source>
        <translation>Endfassungen</translation>
    </message>
    <message>
        <source>What it is shown</source>
        <translation>Was ihm gezeigt wird</translation>
    </message>
    <message>
        <source>As it suits</source>
        <translation>Wie es passt</translation>
    </message>
    <message>
        <source>A drawing gives its lines and its first panel, a photo gives its picture</source>
        <translation>Eine Zeichnung gibt ihre Linien und ihr erstes Panel, ein Foto sein Bild</translation>
    </message>
    <message>
        <source>Words only</source>
        <translation>Nur Worte</translation>
    </message>
    <message>
        <source>Words and references, nothing that was drawn</source>
        <translation>Worte und Referenzen, nichts Gezeichnetes</translation>
    </message>
    <message>
        <source>The picture</source>
        <translation>Das Bild</translation>
    </message>
    <message>
        <source>The moved picture stays as it is; only its holes are filled</source>
        <translation>Das bewegte Bild bleibt, wie es ist; nur seine Löcher werden gefüllt</translation>
    </message>
    <message>
        <source>Its lines</source>
        <translation>Die Linien</translation>
    </message>
    <message>
        <source>The moved drawing as lines, freely filled</source>
        <translation>Die bewegte Zeichnung als Linien, frei ausgefüllt</translation>
    </message>
    <message>
        <source>Its motion</source>
        <translation>Die Bewegung</translation>
    </message>
    <message>
        <source>Where everything goes, as colours</source>
        <translation>Wohin alles geht, als Farben</translation>
    </message>
    <message>
        <source>Outlines</source>
        <translation>Umrisse</translation>
    </message>
    <message>
        <source>The moving regions as shapes</source>
        <translation>Die bewegten Bereiche als Formen</translation>
    </message>
    <message>
        <source>Greys</source>
        <translation>Grautöne</translation>
    </message>
    <message>
        <source>The moved picture without its colours</source>
        <translation>Das bewegte Bild ohne seine Farben</translation>
    </message>
    <message>
        <source>Depth</source>
        <translation>Tiefe</translation>
    </message>
    <message>
        <source>How near everything is</source>
        <translation>Wie nah alles ist</translation>
    </message>
    <message>
        <source>Drawing as</source>
        <translation>Zeichnung als</translation>
    </message>
    <message>
        <source>How strictly the drawing is followed: 100 % as the model learned it, less is freer.</source>
        <translation>Wie streng der Zeichnung gefolgt wird: 100 % wie das Modell es gelernt hat, weniger ist freier.</translation>
    </message>
    <message>
        <source>Followed</source>
        <translation>Befolgt</translation>
    </message>
    <message>
        <source>Begins with the first panel</source>
        <translation>Beginnt mit dem ersten Panel</translation>
    </message>
    <message>
        <source>Ends with the last panel</source>
        <translation>Endet mit dem letzten Panel</translation>
    </message>
    <message>
        <source>Passes through every panel</source>
        <translation>Geht durch jedes Panel</translation>
    </message>
    <message>
        <source>The panel itself, as it is drawn, is that picture of the take.</source>
        <translation>Das Panel selbst, wie es gezeichnet ist, ist dieses Bild des Takes.</translation>
    </message>
    <message>
        <source>Same seed, same take. Change it for another one.</source>
        <translation>Gleicher Startwert, gleicher Take. Ein anderer gibt einen anderen.</translation>
    </message>
    <message>
        <source>Another seed</source>
        <translation>Anderer Startwert</translation>
    </message>
    <message>
        <source>Keep the seed; open: each take gets a new one</source>
        <translation>Startwert behalten; offen: jeder Take bekommt einen neuen</translation>
    </message>
    <message>
        <source>Seed</source>
        <translation>Startwert</translation>
    </message>
    <message>
        <source>Who is seen</source>
        <translation>Wer zu sehen ist</translation>
    </message>
    <message>
        <source>Cast…</source>
        <translation>Besetzung …</translation>
    </message>
    <message>
        <source>Change what is shown</source>
        <translation>Ändern, was gezeigt wird</translation>
    </message>
    <message>
        <source>Change how strictly it is followed</source>
        <translation>Ändern, wie streng gefolgt wird</translation>
    </message>
    <message>
        <source>Change given panels</source>
        <translation>Gegebene Panels ändern</translation>
    </message>
    <message>
        <source>Change seed</source>
        <translation>Startwert ändern</translation>
    </message>
    <message>
        <source>Completion</source>
        <translation>Vervollständigung</translation>
    </message>
    <message>
        <source>The move with its holes filled; needs no download</source>
        <translation>Die Bewegung mit gefüllten Löchern; braucht keinen Download</translation>
    </message>
    <message>
        <source>%1 (not whole)</source>
        <translation>%1 (unvollständig)</translation>
    </message>
    <message>
        <source>Looking for it…</source>
        <translation>Wird gesucht …</translation>
    </message>
    <message>
        <source>%1 (not there)</source>
        <translation>%1 (nicht da)</translation>
    </message>
    <message>
        <source>Looking for models…</source>
        <translation>Sucht Modelle …</translation>
    </message>
    <message>
        <source>No models yet. %1</source>
        <translation>Noch keine Modelle. %1</translation>
    </message>
    <message>
        <source>Get some…</source>
        <translation>Welche holen …</translation>
    </message>
    <message>
        <source>Models…</source>
        <translation>Modelle …</translation>
    </message>
    <message>
        <source>%1, named in the words</source>
        <translation>%1, in den Worten genannt</translation>
    </message>
    <message>
        <source>Change who is seen</source>
        <translation>Ändern, wer zu sehen ist</translation>
    </message>
    <message>
        <source>Give the film a cast, and who is named in the words looks the same in every shot.</source>
        <translation>Geben Sie dem Film eine Besetzung, und wer in den Worten genannt wird, sieht in jeder Einstellung gleich aus.</translation>
    </message>
</context>
<context>
    <name>dollygrip::ui::ShootMoreForm</name>
    <message>
        <source>the model&apos;s own</source>
        <translation>wie das Modell</translation>
    </message>
    <message>
        <source>Changes to the model (LoRA)</source>
        <translation>Änderungen am Modell (LoRA)</translation>
    </message>
    <message>
        <source>How much stays as it was drawn</source>
        <translation>Wie viel bleibt, wie gezeichnet</translation>
    </message>
    <message>
        <source>The take begins from the move that was drawn instead of from nothing. 0 %: off. Any model can do it.</source>
        <translation>Der Take beginnt mit der gezeichneten Bewegung statt mit nichts. 0 %: aus. Jedes Modell kann das.</translation>
    </message>
    <message>
        <source>Starts from the move</source>
        <translation>Beginnt bewegt</translation>
    </message>
    <message>
        <source>What moves is held to its drawn way this much longer than the rest of the picture.</source>
        <translation>Was sich bewegt, wird so viel länger auf seinem gezeichneten Weg gehalten als der Rest des Bildes.</translation>
    </message>
    <message>
        <source>Holds moving parts</source>
        <translation>Hält Bewegtes</translation>
    </message>
    <message>
        <source>As the model knows them</source>
        <translation>Wie das Modell sie kennt</translation>
    </message>
    <message>
        <source>Not at all</source>
        <translation>Gar nicht</translation>
    </message>
    <message>
        <source>How arrows go into a model that begins with a picture.</source>
        <translation>Wie Pfeile in ein Modell kommen, das mit einem Bild beginnt.</translation>
    </message>
    <message>
        <source>Arrows as tracks</source>
        <translation>Pfeile als Spuren</translation>
    </message>
    <message>
        <source>Outlines white on black</source>
        <translation>Umrisse weiß auf schwarz</translation>
    </message>
    <message>
        <source>Sampler</source>
        <translation>Sampler</translation>
    </message>
    <message>
        <source>More steps take longer and are finer.</source>
        <translation>Mehr Schritte dauern länger und sind feiner.</translation>
    </message>
    <message>
        <source>Steps</source>
        <translation>Schritte</translation>
    </message>
    <message>
        <source>How strictly the words are followed. 1: without, twice as fast.</source>
        <translation>Wie streng den Worten gefolgt wird. 1: ohne, doppelt so schnell.</translation>
    </message>
    <message>
        <source>Guidance</source>
        <translation>Führung</translation>
    </message>
    <message>
        <source>Larger: more steps for the composition, fewer for details.</source>
        <translation>Größer: mehr Schritte für die Komposition, weniger für Einzelheiten.</translation>
    </message>
    <message>
        <source>Shift</source>
        <translation>Verschiebung</translation>
    </message>
    <message>
        <source>Few steps</source>
        <translation>Wenige Schritte</translation>
    </message>
    <message>
        <source>Few steps, fresh noise</source>
        <translation>Wenige Schritte, neues Rauschen</translation>
    </message>
    <message>
        <source>Solver</source>
        <translation>Löser</translation>
    </message>
    <message>
        <source>Change what stays of the move</source>
        <translation>Ändern, was von der Bewegung bleibt</translation>
    </message>
    <message>
        <source>Change how moving parts are held</source>
        <translation>Ändern, wie Bewegtes gehalten wird</translation>
    </message>
    <message>
        <source>Change arrows as tracks</source>
        <translation>Pfeile als Spuren ändern</translation>
    </message>
    <message>
        <source>Change outlines</source>
        <translation>Umrisse ändern</translation>
    </message>
    <message>
        <source>Change steps</source>
        <translation>Schritte ändern</translation>
    </message>
    <message>
        <source>Change guidance</source>
        <translation>Führung ändern</translation>
    </message>
    <message>
        <source>Change shift</source>
        <translation>Verschiebung ändern</translation>
    </message>
    <message>
        <source>Change solver</source>
        <translation>Löser ändern</translation>
    </message>
    <message>
        <source>Add LoRA</source>
        <translation>LoRA hinzufügen</translation>
    </message>
    <message>
        <source>Without this LoRA</source>
        <translation>Ohne dieses LoRA</translation>
    </message>
    <message>
        <source>Change LoRA</source>
        <translation>LoRA ändern</translation>
    </message>
    <message>
        <source>Remove LoRA</source>
        <translation>LoRA entfernen</translation>
    </message>
    <message>
        <source>Add one…</source>
        <translation>Eines hinzufügen …</translation>
    </message>
</context>
<context>
    <name>dollygrip::ui::ShootViews</name>
    <message>
        <source>New seed</source>
        <translation>Neuer Startwert</translation>
    </message>
</context>
<context>
    <name>dollygrip::ui::ShotForm</name>
    <message>
        <source>Name</source>
        <translation>Name</translation>
    </message>
    <message>
        <source>%1  (%2 f)</source>
        <translation>%1  (%2 f)</translation>
    </message>
    <message>
        <source>Length of the shot. Understands 48, 2 s, 2 s 12 f and 00:00:02:00. Arrows and camera stretch with it.</source>
        <translation>Länge der Einstellung. Versteht 48, 2 s, 2 s 12 f und 00:00:02:00. Pfeile und Kamera dehnen sich mit.</translation>
    </message>
    <message>
        <source>Length</source>
        <translation>Länge</translation>
    </message>
    <message>
        <source>In the film</source>
        <translation>Im Film</translation>
    </message>
    <message>
        <source>Not named</source>
        <translation>Nicht benannt</translation>
    </message>
    <message>
        <source>Extreme long shot</source>
        <translation>Panorama</translation>
    </message>
    <message>
        <source>Long shot</source>
        <translation>Totale</translation>
    </message>
    <message>
        <source>Full shot</source>
        <translation>Halbtotale</translation>
    </message>
    <message>
        <source>Medium long shot</source>
        <translation>Amerikanische</translation>
    </message>
    <message>
        <source>Medium shot</source>
        <translation>Halbnahe</translation>
    </message>
    <message>
        <source>Medium close-up</source>
        <translation>Nahe</translation>
    </message>
    <message>
        <source>Close-up</source>
        <translation>Großaufnahme</translation>
    </message>
    <message>
        <source>Extreme close-up</source>
        <translation>Detail</translation>
    </message>
    <message>
        <source>Insert</source>
        <translation>Insert</translation>
    </message>
    <message>
        <source>Size</source>
        <translation>Größe</translation>
    </message>
    <message>
        <source>In words</source>
        <translation>In Worten</translation>
    </message>
    <message>
        <source>What we see: who, where, light, mood</source>
        <translation>Was wir sehen: wer, wo, Licht, Stimmung</translation>
    </message>
    <message>
        <source>Note</source>
        <translation>Notiz</translation>
    </message>
    <message>
        <source>For you and the crew</source>
        <translation>Für Sie und das Team</translation>
    </message>
    <message>
        <source>Rename shot</source>
        <translation>Einstellung umbenennen</translation>
    </message>
    <message>
        <source>Change length</source>
        <translation>Länge ändern</translation>
    </message>
    <message>
        <source>Change shot size</source>
        <translation>Einstellungsgröße ändern</translation>
    </message>
    <message>
        <source>Change words</source>
        <translation>Worte ändern</translation>
    </message>
    <message>
        <source>Change note</source>
        <translation>Notiz ändern</translation>
    </message>
</context>
<context>
    <name>dollygrip::ui::StartWindow</name>
    <message>
        <source>Open to look at</source>
        <translation>Nur zum Ansehen öffnen</translation>
    </message>
    <message>
        <source>Open another film…</source>
        <translation>Anderen Film öffnen …</translation>
    </message>
    <message>
        <source>Open the sample film</source>
        <translation>Beispielfilm öffnen</translation>
    </message>
    <message>
        <source>Open film</source>
        <translation>Film öffnen</translation>
    </message>
    <message>
        <source>Dollygrip films (*.dgrip);;All files (*)</source>
        <translation>Dollygrip-Filme (*.dgrip);;Alle Dateien (*)</translation>
    </message>
    <message>
        <source>Opening the sample film…</source>
        <translation>Öffnet den Beispielfilm …</translation>
    </message>
    <message>
        <source>Opening “%1”…</source>
        <translation>Öffnet „%1“…</translation>
    </message>
</context>
<context>
    <name>dollygrip::ui::TakeCard</name>
    <message>
        <source>%1 × %2 · seed %3 · made in %4</source>
        <translation>%1 × %2 · Startwert %3 · gedreht in %4</translation>
    </message>
    <message>
        <source>Note</source>
        <translation>Notiz</translation>
    </message>
    <message>
        <source>Circle: this take plays</source>
        <translation>Kringeln: dieser Take wird gespielt</translation>
    </message>
    <message>
        <source>Delete this take</source>
        <translation>Diesen Take löschen</translation>
    </message>
    <message>
        <source>Keep</source>
        <translation>Behalten</translation>
    </message>
    <message>
        <source>Deleted in a moment</source>
        <translation>Wird gleich gelöscht</translation>
    </message>
    <message>
        <source>Compare with another take</source>
        <translation>Mit einem anderen Take vergleichen</translation>
    </message>
    <message>
        <source>What the network got for this take</source>
        <translation>Was das Netz für diesen Take bekam</translation>
    </message>
    <message>
        <source>stopped at step %1 of %2</source>
        <translation>angehalten bei Schritt %1 von %2</translation>
    </message>
    <message numerus="yes">
        <source>%n step(s)</source>
        <translation>
            <numerusform>%n Schritt</numerusform>
            <numerusform>%n Schritte</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>dollygrip::ui::TakesDock</name>
    <message>
        <source>Takes</source>
        <translation>Takes</translation>
    </message>
    <message>
        <source>No takes of this shot yet.
Shoot makes one: Ctrl+Enter</source>
        <translation>Noch keine Takes dieser Einstellung.
Drehen macht einen: Strg+Return</translation>
    </message>
    <message>
        <source>Takes of a shot appear here.</source>
        <translation>Hier erscheinen die Takes einer Einstellung.</translation>
    </message>
    <message>
        <source>Uncircle take</source>
        <translation>Take abwählen</translation>
    </message>
    <message>
        <source>Circle take</source>
        <translation>Take auswählen</translation>
    </message>
    <message>
        <source>Order of takes</source>
        <translation>Reihenfolge der Takes</translation>
    </message>
    <message>
        <source>Which take comes first</source>
        <translation>Welcher Take zuerst kommt</translation>
    </message>
    <message>
        <source>Newest first</source>
        <translation>Neuester zuerst</translation>
    </message>
    <message>
        <source>Closest to the drawn motion</source>
        <translation>Nah an der gezeichneten Bewegung</translation>
    </message>
    <message>
        <source>Steadiest first</source>
        <translation>Ruhigster zuerst</translation>
    </message>
    <message>
        <source>Most alike first</source>
        <translation>Ähnlichster zuerst</translation>
    </message>
    <message>
        <source>By model</source>
        <translation>Nach Modell</translation>
    </message>
    <message>
        <source>Quickest first</source>
        <translation>Schnellster zuerst</translation>
    </message>
</context>
<context>
    <name>dollygrip::ui::TimecodeField</name>
    <message>
        <source>Click to type a timecode: 12, 2:00, 00:00:02:12</source>
        <translation>Klicken und Timecode tippen: 12, 2:00, 00:00:02:12</translation>
    </message>
    <message>
        <source>Timecode</source>
        <translation>Timecode</translation>
    </message>
</context>
<context>
    <name>dollygrip::ui::TimelineView</name>
    <message>
        <source>Shots</source>
        <translation>Bild</translation>
    </message>
    <message>
        <source>Motion</source>
        <translation>Bewegung</translation>
    </message>
    <message>
        <source>Camera</source>
        <translation>Kamera</translation>
    </message>
    <message>
        <source>Sound</source>
        <translation>Ton</translation>
    </message>
    <message>
        <source>Timeline</source>
        <translation>Timeline</translation>
    </message>
    <message>
        <source>Drag to trim. With Ctrl: roll the cut.</source>
        <translation>Ziehen trimmt. Mit Strg: Schnitt rollen.</translation>
    </message>
</context>
<context>
    <name>dollygrip::ui::TopBar</name>
    <message>
        <source>take:</source>
        <translation>Take:</translation>
    </message>
    <message>
        <source>move</source>
        <translation>Bewegung</translation>
    </message>
    <message>
        <source>draft</source>
        <translation>Entwurf</translation>
    </message>
    <message>
        <source>final</source>
        <translation>Endfassung</translation>
    </message>
    <message>
        <source>The move with its holes filled</source>
        <translation>Die Bewegung mit gefüllten Lücken</translation>
    </message>
    <message>
        <source>Quick and small</source>
        <translation>Schnell und klein</translation>
    </message>
    <message>
        <source>Full size</source>
        <translation>Volle Größe</translation>
    </message>
    <message>
        <source>How good the next take is: move, draft or final</source>
        <translation>Wie gut der nächste Take wird: Bewegung, Entwurf oder Endfassung</translation>
    </message>
    <message>
        <source>Shoot</source>
        <translation>Drehen</translation>
    </message>
    <message>
        <source>Open recent</source>
        <translation>Zuletzt geöffnet</translation>
    </message>
    <message>
        <source>No films yet</source>
        <translation>Noch keine Filme</translation>
    </message>
    <message>
        <source>Scene %1</source>
        <translation>Szene %1</translation>
    </message>
    <message>
        <source>Shot %1</source>
        <translation>Einst. %1</translation>
    </message>
    <message>
        <source>Panel %1</source>
        <translation>Panel %1</translation>
    </message>
</context>
<context>
    <name>dollygrip::ui::TransportBar</name>
    <message>
        <source>Volume</source>
        <translation>Lautstärke</translation>
    </message>
    <message>
        <source>frame %1 of %2</source>
        <translation>Frame %1 von %2</translation>
    </message>
</context>
<context>
    <name>dollygrip::ui::VersionsDialog</name>
    <message>
        <source>Versions</source>
        <translation>Versionen</translation>
    </message>
    <message>
        <source>Everything is saved as you work. A version keeps the film as it is now under a name, so that you can come back to it.</source>
        <translation>Alles wird beim Arbeiten gespeichert. Eine Version hält den jetzigen Stand unter einem Namen fest, damit Sie zu ihm zurückkehren können.</translation>
    </message>
    <message>
        <source>before the re-cut</source>
        <translation>vor dem Umschnitt</translation>
    </message>
    <message>
        <source>Keep this version</source>
        <translation>Diese Version behalten</translation>
    </message>
    <message>
        <source>Go back to it</source>
        <translation>Zu ihr zurückkehren</translation>
    </message>
    <message>
        <source>Go back to “%1”</source>
        <translation>Zurück zu „%1“</translation>
    </message>
</context>
<context>
    <name>dollygrip::ui::WindowCommands</name>
    <message>
        <source>Undo “%1”</source>
        <translation>„%1“ rückgängig</translation>
    </message>
    <message>
        <source>Undo</source>
        <translation>Rückgängig</translation>
    </message>
    <message>
        <source>Redo “%1”</source>
        <translation>„%1“ wiederholen</translation>
    </message>
    <message>
        <source>Redo</source>
        <translation>Wiederholen</translation>
    </message>
</context>
<context>
    <name>dollygrip::ui::WindowDialogs</name>
    <message>
        <source>Open film</source>
        <translation>Film öffnen</translation>
    </message>
    <message>
        <source>Dollygrip films (*.dgrip);;All files (*)</source>
        <translation>Dollygrip-Filme (*.dgrip);;Alle Dateien (*)</translation>
    </message>
    <message>
        <source>Import pictures and sounds</source>
        <translation>Bilder und Töne importieren</translation>
    </message>
    <message>
        <source>Pictures and sounds (*.png *.jpg *.jpeg *.tif *.tiff *.webp *.bmp *.wav *.flac *.mp3 *.ogg *.opus *.m4a *.aac *.mov *.mp4);;All files (*)</source>
        <translation>Bilder und Töne (*.png *.jpg *.jpeg *.tif *.tiff *.webp *.bmp *.wav *.flac *.mp3 *.ogg *.opus *.m4a *.aac *.mov *.mp4);;Alle Dateien (*)</translation>
    </message>
</context>
<context>
    <name>main</name>
    <message>
        <source>Previsualization editor for film directors</source>
        <translation>Previsualisierung für Filmregie</translation>
    </message>
    <message>
        <source>Film to open</source>
        <translation>Film, der geöffnet wird</translation>
    </message>
    <message>
        <source>Opens the sample film</source>
        <translation>Öffnet den Beispielfilm</translation>
    </message>
    <message>
        <source>Opens the window, then ends (for tests)</source>
        <translation>Öffnet das Fenster, endet dann (für Tests)</translation>
    </message>
    <message>
        <source>Uses this settings file</source>
        <translation>Nutzt diese Einstellungsdatei</translation>
    </message>
</context>
</TS>
