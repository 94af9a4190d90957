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
    <message>
        <source>Picture size…</source>
        <translation>Bildformat …</translation>
    </message>
    <message>
        <source>Another shape of frame for the whole film: crop, fit or extend</source>
        <translation>Anderes Format für den ganzen Film: beschneiden, einpassen oder erweitern</translation>
    </message>
    <message>
        <source>Cut boards</source>
        <translation>Panels ausschneiden</translation>
    </message>
    <message>
        <source>Takes the selected boards out and onto the clipboard</source>
        <translation>Nimmt die ausgewählten Panels heraus in die Zwischenablage</translation>
    </message>
    <message>
        <source>Copy boards</source>
        <translation>Panels kopieren</translation>
    </message>
    <message>
        <source>The selected boards onto the clipboard, also for another film</source>
        <translation>Die ausgewählten Panels in die Zwischenablage, auch für einen anderen Film</translation>
    </message>
    <message>
        <source>Paste boards</source>
        <translation>Panels einfügen</translation>
    </message>
    <message>
        <source>Boards from the clipboard after this one</source>
        <translation>Panels aus der Zwischenablage, gleich nach diesem</translation>
    </message>
    <message>
        <source>Select all boards</source>
        <translation>Alle Panels auswählen</translation>
    </message>
    <message>
        <source>Every board of the film</source>
        <translation>Jedes Panel des Films</translation>
    </message>
    <message>
        <source>Duplicate panel</source>
        <translation>Panel duplizieren</translation>
    </message>
    <message>
        <source>The same drawing once more, to go on from</source>
        <translation>Dieselbe Zeichnung noch einmal, um daran weiterzuzeichnen</translation>
    </message>
    <message>
        <source>Previous board</source>
        <translation>Voriges Panel</translation>
    </message>
    <message>
        <source>To the panel before this one</source>
        <translation>Zum Panel vor diesem</translation>
    </message>
    <message>
        <source>Next board</source>
        <translation>Nächstes Panel</translation>
    </message>
    <message>
        <source>To the panel after this one</source>
        <translation>Zum Panel nach diesem</translation>
    </message>
    <message>
        <source>Write under the board</source>
        <translation>Unter das Panel schreiben</translation>
    </message>
    <message>
        <source>Action, dialogue or name, in place; Tab goes to the next board</source>
        <translation>Handlung, Dialog oder Name, direkt im Storyboard; Tab geht zum nächsten Panel</translation>
    </message>
    <message>
        <source>Continue the moves</source>
        <translation>Bewegungen fortsetzen</translation>
    </message>
    <message>
        <source>What moved on the panel before goes on from where it stood</source>
        <translation>Was sich im vorigen Panel bewegt hat, geht weiter, wo es stand</translation>
    </message>
    <message>
        <source>Share background</source>
        <translation>Hintergrund teilen</translation>
    </message>
    <message>
        <source>The sheet farthest back lies behind all selected boards</source>
        <translation>Das hinterste Blatt liegt hinter allen ausgewählten Panels</translation>
    </message>
    <message>
        <source>Lock number</source>
        <translation>Nummer sperren</translation>
    </message>
    <message>
        <source>Renumbering leaves the names of the selected shots as they are</source>
        <translation>Neu nummerieren lässt die Namen der ausgewählten Einstellungen, wie sie sind</translation>
    </message>
    <message>
        <source>Lock all numbers</source>
        <translation>Alle Nummern sperren</translation>
    </message>
    <message>
        <source>From now on new shots are named in between: 12AA</source>
        <translation>Neue Einstellungen heißen von nun an dazwischen: 12AA</translation>
    </message>
    <message>
        <source>Shot numbers…</source>
        <translation>Nummerierung …</translation>
    </message>
    <message>
        <source>The rule by which shots are named</source>
        <translation>Die Regel, nach der Einstellungen heißen</translation>
    </message>
    <message>
        <source>Pick drawing</source>
        <translation>Zeichnung greifen</translation>
    </message>
    <message>
        <source>Picks strokes by click or lasso and moves, turns, resizes them</source>
        <translation>Greift Striche mit Klick oder Lasso; verschiebt, dreht und skaliert sie</translation>
    </message>
    <message>
        <source>Cut out drawing</source>
        <translation>Ausschneiden und verschieben</translation>
    </message>
    <message>
        <source>Cuts along a lasso and moves the part away</source>
        <translation>Schneidet am Lasso entlang und verschiebt das Stück</translation>
    </message>
    <message>
        <source>Guides</source>
        <translation>Hilfslinien</translation>
    </message>
    <message>
        <source>Drags vanishing points, the eyeline and reference pictures</source>
        <translation>Verschiebt Fluchtpunkte, Augenlinie und Referenzbilder</translation>
    </message>
    <message>
        <source>Find outline</source>
        <translation>Umriss finden</translation>
    </message>
    <message>
        <source>Click a thing or drag a box around it: its outline is found</source>
        <translation>Ein Ding anklicken oder einen Kasten darum ziehen: Sein Umriss wird gefunden</translation>
    </message>
    <message>
        <source>New camera frame</source>
        <translation>Neuer Kamerarahmen</translation>
    </message>
    <message>
        <source>At the playhead, with the camera as it is there</source>
        <translation>Am Abspielkopf, mit der Kamera, wie sie dort ist</translation>
    </message>
    <message>
        <source>Duplicate camera frame</source>
        <translation>Kamerarahmen duplizieren</translation>
    </message>
    <message>
        <source>The chosen camera frame again at the playhead</source>
        <translation>Den gewählten Kamerarahmen noch einmal am Abspielkopf</translation>
    </message>
    <message>
        <source>Previous camera frame</source>
        <translation>Voriger Kamerarahmen</translation>
    </message>
    <message>
        <source>Chooses it and puts the playhead there</source>
        <translation>Wählt ihn und setzt den Abspielkopf dorthin</translation>
    </message>
    <message>
        <source>Next camera frame</source>
        <translation>Nächster Kamerarahmen</translation>
    </message>
    <message>
        <source>Camera frame earlier</source>
        <translation>Kamerarahmen früher</translation>
    </message>
    <message>
        <source>The chosen camera frame one frame earlier</source>
        <translation>Den gewählten Kamerarahmen ein Frame früher</translation>
    </message>
    <message>
        <source>Camera frame later</source>
        <translation>Kamerarahmen später</translation>
    </message>
    <message>
        <source>The chosen camera frame one frame later</source>
        <translation>Den gewählten Kamerarahmen ein Frame später</translation>
    </message>
    <message>
        <source>Copy motion</source>
        <translation>Bewegung kopieren</translation>
    </message>
    <message>
        <source>The selected region with its arrows, or all of the shot</source>
        <translation>Der ausgewählte Bereich mit seinen Pfeilen oder alle der Einstellung</translation>
    </message>
    <message>
        <source>Paste motion</source>
        <translation>Bewegung einfügen</translation>
    </message>
    <message>
        <source>Arrows for the selected region or one of the same name, else the region too</source>
        <translation>Pfeile für den ausgewählten Bereich oder den gleichen Namens, sonst auch den Bereich</translation>
    </message>
    <message>
        <source>Shapes</source>
        <translation>Formen</translation>
    </message>
    <message>
        <source>The shape that was drawn last</source>
        <translation>Die zuletzt gezeichnete Form</translation>
    </message>
    <message>
        <source>Next shape</source>
        <translation>Nächste Form</translation>
    </message>
    <message>
        <source>Line, rectangle, ellipse, polygon, curve</source>
        <translation>Linie, Rechteck, Ellipse, Vieleck, Kurve</translation>
    </message>
    <message>
        <source>Line</source>
        <translation>Linie</translation>
    </message>
    <message>
        <source>Drags a straight line with the brush in hand</source>
        <translation>Zieht eine gerade Linie mit dem Pinsel in der Hand</translation>
    </message>
    <message>
        <source>Rectangle</source>
        <translation>Rechteck</translation>
    </message>
    <message>
        <source>Drags a rectangle; Shift makes it square</source>
        <translation>Zieht ein Rechteck; Umschalt macht es quadratisch</translation>
    </message>
    <message>
        <source>Ellipse</source>
        <translation>Ellipse</translation>
    </message>
    <message>
        <source>Drags an ellipse; Shift makes it a circle</source>
        <translation>Zieht eine Ellipse; Umschalt macht sie zum Kreis</translation>
    </message>
    <message>
        <source>Polygon</source>
        <translation>Vieleck</translation>
    </message>
    <message>
        <source>Clicks corner by corner, Return ends it</source>
        <translation>Klickt Ecke für Ecke, Eingabe beendet</translation>
    </message>
    <message>
        <source>Curve</source>
        <translation>Kurve</translation>
    </message>
    <message>
        <source>Clicks the points of a smooth line, Return ends it</source>
        <translation>Klickt die Punkte einer glatten Linie, Eingabe beendet</translation>
    </message>
    <message>
        <source>Fill shapes</source>
        <translation>Formen füllen</translation>
    </message>
    <message>
        <source>Shapes are filled instead of drawn</source>
        <translation>Formen werden gefüllt statt umrandet</translation>
    </message>
    <message>
        <source>Fill area</source>
        <translation>Fläche füllen</translation>
    </message>
    <message>
        <source>Pours colour into what lines enclose</source>
        <translation>Gießt Farbe in das, was Linien umschließen</translation>
    </message>
    <message>
        <source>Text</source>
        <translation>Text schreiben</translation>
    </message>
    <message>
        <source>Types letters onto the paper</source>
        <translation>Schreibt Buchstaben auf das Blatt</translation>
    </message>
    <message>
        <source>Eyedropper</source>
        <translation>Pipette</translation>
    </message>
    <message>
        <source>Takes the colour under the tip</source>
        <translation>Nimmt die Farbe unter der Spitze auf</translation>
    </message>
    <message>
        <source>Soft or hard eraser</source>
        <translation>Weicher oder harter Radierer</translation>
    </message>
    <message>
        <source>Changes the eraser’s edge and takes it in hand</source>
        <translation>Ändert den Rand des Radierers und nimmt ihn in die Hand</translation>
    </message>
    <message>
        <source>Swap colours</source>
        <translation>Farben tauschen</translation>
    </message>
    <message>
        <source>The colour in hand and the other one</source>
        <translation>Die Farbe in der Hand und die andere</translation>
    </message>
    <message>
        <source>Pen feel…</source>
        <translation>Stiftgefühl …</translation>
    </message>
    <message>
        <source>Pressure and tilt as curves, with paper to try them</source>
        <translation>Druck und Neigung als Kurven, mit Papier zum Ausprobieren</translation>
    </message>
    <message>
        <source>Brush: pencil</source>
        <translation>Pinsel: Bleistift</translation>
    </message>
    <message>
        <source>Takes this brush in hand</source>
        <translation>Nimmt diesen Pinsel in die Hand</translation>
    </message>
    <message>
        <source>Brush: 6B pencil</source>
        <translation>Pinsel: Bleistift 6B</translation>
    </message>
    <message>
        <source>Brush: charcoal</source>
        <translation>Pinsel: Kohle</translation>
    </message>
    <message>
        <source>Brush: fine pen</source>
        <translation>Pinsel: Fineliner</translation>
    </message>
    <message>
        <source>Brush: ink</source>
        <translation>Pinsel: Tusche</translation>
    </message>
    <message>
        <source>Brush: brush pen</source>
        <translation>Pinsel: Brushpen</translation>
    </message>
    <message>
        <source>Brush: marker</source>
        <translation>Pinsel: Marker</translation>
    </message>
    <message>
        <source>Brush: broad marker</source>
        <translation>Pinsel: breiter Marker</translation>
    </message>
    <message>
        <source>Brush: paint</source>
        <translation>Pinsel: Farbe</translation>
    </message>
    <message>
        <source>Brush: wash</source>
        <translation>Pinsel: Lavierung</translation>
    </message>
    <message>
        <source>Brush: detail</source>
        <translation>Pinsel: Detail</translation>
    </message>
    <message>
        <source>Brush: filled shape</source>
        <translation>Pinsel: gefüllte Form</translation>
    </message>
    <message>
        <source>New layer</source>
        <translation>Neue Ebene</translation>
    </message>
    <message>
        <source>A sheet over the current one</source>
        <translation>Ein Blatt über dem aktuellen</translation>
    </message>
    <message>
        <source>Duplicate layer</source>
        <translation>Ebene duplizieren</translation>
    </message>
    <message>
        <source>A copy over each chosen layer</source>
        <translation>Eine Kopie über jeder gewählten Ebene</translation>
    </message>
    <message>
        <source>Delete layer</source>
        <translation>Ebene löschen</translation>
    </message>
    <message>
        <source>Takes the chosen layers out of the panel</source>
        <translation>Nimmt die gewählten Ebenen aus dem Panel</translation>
    </message>
    <message>
        <source>Transform layer</source>
        <translation>Ebene transformieren</translation>
    </message>
    <message>
        <source>Picks everything on the chosen layers to move, turn and resize it</source>
        <translation>Greift alles auf den gewählten Ebenen, um es zu verschieben, zu drehen, zu skalieren</translation>
    </message>
    <message>
        <source>Mirror left and right</source>
        <translation>Waagerecht spiegeln</translation>
    </message>
    <message>
        <source>Mirrors what is picked, or the whole layer</source>
        <translation>Spiegelt, was gegriffen ist, oder die ganze Ebene</translation>
    </message>
    <message>
        <source>Mirror top and bottom</source>
        <translation>Senkrecht spiegeln</translation>
    </message>
    <message>
        <source>Turns what is picked, or the whole layer, upside down</source>
        <translation>Stellt auf den Kopf, was gegriffen ist, oder die ganze Ebene</translation>
    </message>
    <message>
        <source>Bring layer nearer</source>
        <translation>Ebene näher holen</translation>
    </message>
    <message>
        <source>One place towards the camera</source>
        <translation>Einen Platz zur Kamera hin</translation>
    </message>
    <message>
        <source>Send layer farther</source>
        <translation>Ebene weiter weg</translation>
    </message>
    <message>
        <source>One place away from the camera</source>
        <translation>Einen Platz von der Kamera weg</translation>
    </message>
    <message>
        <source>Group layers</source>
        <translation>Ebenen gruppieren</translation>
    </message>
    <message>
        <source>Folds, hides, locks and fades the chosen layers together</source>
        <translation>Klappt, verbirgt, sperrt und blendet die gewählten Ebenen gemeinsam</translation>
    </message>
    <message>
        <source>Ungroup layers</source>
        <translation>Gruppe auflösen</translation>
    </message>
    <message>
        <source>The layers stay where they are</source>
        <translation>Die Ebenen bleiben, wo sie sind</translation>
    </message>
    <message>
        <source>Merge layer down</source>
        <translation>Ebene nach unten vereinen</translation>
    </message>
    <message>
        <source>The layer and the one behind it become one</source>
        <translation>Die Ebene und die dahinter werden eine</translation>
    </message>
    <message>
        <source>Show only these layers</source>
        <translation>Nur diese Ebenen zeigen</translation>
    </message>
    <message>
        <source>Hides all other layers of the panel; again shows all</source>
        <translation>Verbirgt alle anderen Ebenen des Panels; noch einmal zeigt alle</translation>
    </message>
    <message>
        <source>Share layer in this shot</source>
        <translation>Ebene in dieser Einstellung teilen</translation>
    </message>
    <message>
        <source>The same drawing in every panel of the shot</source>
        <translation>Dieselbe Zeichnung in jedem Panel der Einstellung</translation>
    </message>
    <message>
        <source>Share layer in this scene</source>
        <translation>Ebene in dieser Szene teilen</translation>
    </message>
    <message>
        <source>The same drawing in every panel of the scene</source>
        <translation>Dieselbe Zeichnung in jedem Panel der Szene</translation>
    </message>
    <message>
        <source>Stop sharing layer</source>
        <translation>Ebene nicht mehr teilen</translation>
    </message>
    <message>
        <source>This panel gets a drawing of its own again</source>
        <translation>Dieses Panel bekommt wieder eine eigene Zeichnung</translation>
    </message>
    <message>
        <source>Brush dock</source>
        <translation>Pinselfenster</translation>
    </message>
    <message>
        <source>Brushes, colours, palettes, steadying</source>
        <translation>Pinsel, Farben, Paletten, ruhige Hand</translation>
    </message>
    <message>
        <source>Camera moves</source>
        <translation>Kamerabewegungen</translation>
    </message>
    <message>
        <source>All named moves, playing on this panel; a click makes one</source>
        <translation>Alle fertigen Bewegungen, abgespielt auf diesem Panel; ein Klick übernimmt eine</translation>
    </message>
    <message>
        <source>Camera curves</source>
        <translation>Kamerakurven</translation>
    </message>
    <message>
        <source>Each channel of the camera as a curve over time</source>
        <translation>Jeder Kanal der Kamera als Kurve über die Zeit</translation>
    </message>
    <message>
        <source>Top view</source>
        <translation>Draufsicht</translation>
    </message>
    <message>
        <source>Camera, path and sheets from above, to drag</source>
        <translation>Kamera, Weg und Blätter von oben, zum Ziehen</translation>
    </message>
    <message>
        <source>Snap to perspective</source>
        <translation>An Perspektive einrasten</translation>
    </message>
    <message>
        <source>Strokes keep to the vanishing point that they begin along</source>
        <translation>Striche folgen dem Fluchtpunkt, auf den sie anfangs zielen</translation>
    </message>
    <message>
        <source>Guides and onion skin…</source>
        <translation>Hilfslinien und Onion-Skin …</translation>
    </message>
    <message>
        <source>Switches for all lines to draw by, second frame, onion skin, reference pictures</source>
        <translation>Schalter für alle Hilfslinien, zweites Format, Onion-Skin, Referenzbilder</translation>
    </message>
    <message>
        <source>Pin a reference picture…</source>
        <translation>Referenzbild anheften …</translation>
    </message>
    <message>
        <source>A picture beside the frame to draw from; never in the film</source>
        <translation>Ein Bild neben dem Bildrahmen, nach dem Sie zeichnen; nie im Film</translation>
    </message>
    <message>
        <source>Turn paper left</source>
        <translation>Blatt nach links drehen</translation>
    </message>
    <message>
        <source>By 15 degrees</source>
        <translation>Um 15 Grad</translation>
    </message>
    <message>
        <source>Turn paper right</source>
        <translation>Blatt nach rechts drehen</translation>
    </message>
    <message>
        <source>By 15 degrees; Shift and the middle button turn it by hand</source>
        <translation>Um 15 Grad; Umschalt und mittlere Maustaste drehen es von Hand</translation>
    </message>
    <message>
        <source>Mirror the paper</source>
        <translation>Blatt spiegeln</translation>
    </message>
    <message>
        <source>Shows everything the other way round, to see mistakes; nothing is changed</source>
        <translation>Zeigt alles seitenverkehrt, damit Fehler auffallen; nichts wird geändert</translation>
    </message>
    <message>
        <source>Straighten the paper</source>
        <translation>Blatt gerade legen</translation>
    </message>
    <message>
        <source>Neither turned nor mirrored</source>
        <translation>Weder gedreht noch gespiegelt</translation>
    </message>
    <message>
        <source>Whole drawing</source>
        <translation>Ganze Zeichnung</translation>
    </message>
    <message>
        <source>Fits everything that is drawn into the window, beyond the frame too</source>
        <translation>Passt alles Gezeichnete ins Fenster ein, auch außerhalb des Bildrahmens</translation>
    </message>
    <message>
        <source>Captions under boards</source>
        <translation>Texte unter den Panels</translation>
    </message>
    <message>
        <source>Action and dialogue under each board</source>
        <translation>Handlung und Dialog unter jedem Panel</translation>
    </message>
    <message>
        <source>Outline</source>
        <translation>Gliederung</translation>
    </message>
    <message>
        <source>Scenes, shots and panels as a tree</source>
        <translation>Szenen, Einstellungen und Panels als Baum</translation>
    </message>
    <message>
        <source>Opens the page about the tool in your hand</source>
        <translation>Öffnet die Seite über das Werkzeug in Ihrer Hand</translation>
    </message>
    <message>
        <source>Draw</source>
        <translation>Zeichnen</translation>
    </message>
    <message>
        <source>Layer</source>
        <translation>Ebene</translation>
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
    <message>
        <source>Turn along the path</source>
        <translation>Drehung auf dem Weg</translation>
    </message>
    <message>
        <source>Scale along the path</source>
        <translation>Größe auf dem Weg</translation>
    </message>
    <message>
        <source>Remove point of arrow</source>
        <translation>Punkt des Pfeils entfernen</translation>
    </message>
    <message>
        <source>Make corner</source>
        <translation>Zur Ecke machen</translation>
    </message>
    <message>
        <source>Make smooth</source>
        <translation>Glatt machen</translation>
    </message>
    <message>
        <source>Reverse arrow</source>
        <translation>Pfeil umkehren</translation>
    </message>
    <message>
        <source>Mirror arrow</source>
        <translation>Pfeil spiegeln</translation>
    </message>
    <message>
        <source>Turn with the path</source>
        <translation>Mit dem Weg drehen</translation>
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
    <name>CameraCurves</name>
    <message>
        <source>Automatic</source>
        <translation>Automatisch</translation>
    </message>
    <message>
        <source>Aligned</source>
        <translation>Ausgerichtet</translation>
    </message>
    <message>
        <source>Free</source>
        <translation>Frei</translation>
    </message>
    <message>
        <source>Straight</source>
        <translation>Gerade</translation>
    </message>
    <message>
        <source>Hold</source>
        <translation>Halten</translation>
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
        <source>Even</source>
        <translation>Gleichmäßig</translation>
    </message>
    <message>
        <source>Truck</source>
        <translation>Seitlich</translation>
    </message>
    <message>
        <source>Pedestal</source>
        <translation>Hub</translation>
    </message>
    <message>
        <source>Dolly</source>
        <translation>Fahrt</translation>
    </message>
    <message>
        <source>Pan</source>
        <translation>Schwenk</translation>
    </message>
    <message>
        <source>Tilt</source>
        <translation>Neigen</translation>
    </message>
    <message>
        <source>Roll</source>
        <translation>Rollen</translation>
    </message>
    <message>
        <source>Lens</source>
        <translation>Optik</translation>
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
    <message>
        <source>Change ease</source>
        <translation>Verlauf ändern</translation>
    </message>
    <message>
        <source>New camera frame at the playhead</source>
        <translation>Neuer Kamerarahmen am Abspielkopf</translation>
    </message>
    <message>
        <source>On the way on: ease in</source>
        <translation>Weiter: sanft anfahren</translation>
    </message>
    <message>
        <source>On the way on: ease out</source>
        <translation>Weiter: sanft abbremsen</translation>
    </message>
    <message>
        <source>On the way on: ease in and out</source>
        <translation>Weiter: sanft an und ab</translation>
    </message>
    <message>
        <source>On the way on: hold, then jump</source>
        <translation>Weiter: halten, dann springen</translation>
    </message>
    <message>
        <source>On the way on: even</source>
        <translation>Weiter: gleichmäßig</translation>
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
        <translation>Kopieren Sie das Fehlende in seinen Ordner; „Videomodelle“ nennt die Dateien.</translation>
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
        <translation>Geben Sie jedem Modell einen eigenen Ordner mit Dateien eines Herausgebers.</translation>
    </message>
</context>
<context>
    <name>FillTool</name>
    <message>
        <source>Fill area</source>
        <translation>Fläche füllen</translation>
    </message>
    <message>
        <source>Looking for the area… Esc stops.</source>
        <translation>Sucht die Fläche … Esc bricht ab.</translation>
    </message>
    <message>
        <source>There is no paper to fill here.</source>
        <translation>Hier ist kein Papier zum Füllen.</translation>
    </message>
</context>
<context>
    <name>GuideTool</name>
    <message>
        <source>Move vanishing point</source>
        <translation>Fluchtpunkt verschieben</translation>
    </message>
    <message>
        <source>Move eyeline</source>
        <translation>Augenlinie verschieben</translation>
    </message>
    <message>
        <source>Move reference picture</source>
        <translation>Referenzbild verschieben</translation>
    </message>
    <message>
        <source>Resize reference picture</source>
        <translation>Größe des Referenzbilds ändern</translation>
    </message>
    <message>
        <source>Remove reference picture</source>
        <translation>Referenzbild entfernen</translation>
    </message>
    <message>
        <source>Remove vanishing point</source>
        <translation>Fluchtpunkt entfernen</translation>
    </message>
    <message>
        <source>Remove eyeline</source>
        <translation>Augenlinie entfernen</translation>
    </message>
    <message>
        <source>Fade reference picture</source>
        <translation>Referenzbild abblenden</translation>
    </message>
    <message>
        <source>%1 % opaque</source>
        <translation>%1 % deckend</translation>
    </message>
</context>
<context>
    <name>Help</name>
    <message>
        <source>All commands and keys</source>
        <translation>Alle Befehle und Tasten</translation>
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
    <name>LayerCommands</name>
    <message>
        <source>Layer %1</source>
        <translation>Ebene %1</translation>
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
        <source>Delete layer</source>
        <translation>Ebene löschen</translation>
    </message>
    <message>
        <source>Send layer farther</source>
        <translation>Ebene weiter weg</translation>
    </message>
    <message>
        <source>Bring layer nearer</source>
        <translation>Ebene näher holen</translation>
    </message>
    <message>
        <source>Group layers</source>
        <translation>Ebenen gruppieren</translation>
    </message>
    <message>
        <source>Group %1</source>
        <translation>Gruppe %1</translation>
    </message>
    <message>
        <source>Ungroup layers</source>
        <translation>Gruppe auflösen</translation>
    </message>
    <message>
        <source>Merge layers</source>
        <translation>Ebenen vereinen</translation>
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
        <source>Show all layers</source>
        <translation>Alle Ebenen zeigen</translation>
    </message>
    <message>
        <source>Show only these layers</source>
        <translation>Nur diese Ebenen zeigen</translation>
    </message>
    <message>
        <source>Share layer</source>
        <translation>Ebene teilen</translation>
    </message>
    <message>
        <source>Stop sharing layer</source>
        <translation>Ebene nicht mehr teilen</translation>
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
        <translation>Für den Anfang: Holen Sie diese Dateien mit Ihrem Browser und legen Sie sie dort in einen Ordner:</translation>
    </message>
    <message>
        <source>%1, if you like</source>
        <translation>%1, wenn Sie mögen</translation>
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
    <name>MotionClipboard</name>
    <message>
        <source>Paste motion</source>
        <translation>Bewegung einfügen</translation>
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
    <name>OutlineTool</name>
    <message>
        <source>Find outline</source>
        <translation>Umriss finden</translation>
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
        <source>Looking for its outline… (Esc stops)</source>
        <translation>Sucht den Umriss … (Esc bricht ab)</translation>
    </message>
    <message>
        <source>Nothing with an outline was found there. Drag a box around it, or use the lasso (Shift+R).</source>
        <translation>Dort war nichts mit einem Umriss. Ziehen Sie einen Kasten darum oder nehmen Sie das Lasso (Umschalt+R).</translation>
    </message>
    <message>
        <source>Return or a click into it takes it · Shift+click adds · Alt+click takes away · Esc drops it</source>
        <translation>Eingabe oder ein Klick hinein übernimmt · Umschalt+Klick erweitert · Alt+Klick nimmt weg · Esc verwirft</translation>
    </message>
</context>
<context>
    <name>PickTool</name>
    <message>
        <source>Move drawing</source>
        <translation>Zeichnung verschieben</translation>
    </message>
    <message>
        <source>Turn drawing</source>
        <translation>Zeichnung drehen</translation>
    </message>
    <message>
        <source>Resize drawing</source>
        <translation>Größe der Zeichnung ändern</translation>
    </message>
    <message>
        <source>Skew drawing</source>
        <translation>Zeichnung scheren</translation>
    </message>
    <message>
        <source>Mirror drawing</source>
        <translation>Zeichnung spiegeln</translation>
    </message>
    <message>
        <source>Delete drawing</source>
        <translation>Zeichnung löschen</translation>
    </message>
    <message>
        <source>Paste drawing</source>
        <translation>Zeichnung einfügen</translation>
    </message>
    <message>
        <source>Duplicate drawing</source>
        <translation>Zeichnung duplizieren</translation>
    </message>
    <message>
        <source>Cut drawing</source>
        <translation>Zeichnung ausschneiden</translation>
    </message>
    <message>
        <source>The layer is locked or hidden. Unlock or show it under Layers.</source>
        <translation>Die Ebene ist gesperrt oder verborgen. Entsperren oder zeigen Sie sie unter Ebenen.</translation>
    </message>
    <message numerus="yes">
        <source>%n stroke(s) copied</source>
        <translation>
            <numerusform>%n Strich kopiert</numerusform>
            <numerusform>%n Striche kopiert</numerusform>
        </translation>
    </message>
    <message>
        <source>Mirror left and right</source>
        <translation>Waagerecht spiegeln</translation>
    </message>
    <message>
        <source>Mirror top and bottom</source>
        <translation>Senkrecht spiegeln</translation>
    </message>
    <message>
        <source>Copy</source>
        <translation>Kopieren</translation>
    </message>
    <message>
        <source>Paste</source>
        <translation>Einfügen</translation>
    </message>
    <message>
        <source>Duplicate</source>
        <translation>Duplizieren</translation>
    </message>
    <message>
        <source>Delete</source>
        <translation>Löschen</translation>
    </message>
    <message>
        <source>Pick the whole layer</source>
        <translation>Ganze Ebene greifen</translation>
    </message>
    <message numerus="yes">
        <source>%n picture(s) copied</source>
        <translation>
            <numerusform>%n Bild kopiert</numerusform>
            <numerusform>%n Bilder kopiert</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>PictureSizeDialog</name>
    <message>
        <source>16:9 HD</source>
        <translation>16:9 HD</translation>
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
    <message>
        <source>Hold still</source>
        <translation>Festhalten</translation>
    </message>
    <message>
        <source>Lift off as its own plane</source>
        <translation>Als eigene Ebene abheben</translation>
    </message>
    <message>
        <source>Invert region</source>
        <translation>Bereich umkehren</translation>
    </message>
    <message>
        <source>Snap to edges</source>
        <translation>An Kanten anlegen</translation>
    </message>
    <message>
        <source>There are no edges near its outline.</source>
        <translation>Nahe dem Umriss gibt es keine Kanten.</translation>
    </message>
    <message>
        <source>Copy motion</source>
        <translation>Bewegung kopieren</translation>
    </message>
    <message>
        <source>Paste motion</source>
        <translation>Bewegung einfügen</translation>
    </message>
    <message>
        <source>Hide on the paper</source>
        <translation>Auf dem Blatt verbergen</translation>
    </message>
    <message>
        <source>Delete region</source>
        <translation>Bereich löschen</translation>
    </message>
</context>
<context>
    <name>ShapeTool</name>
    <message>
        <source>Draw line</source>
        <translation>Linie zeichnen</translation>
    </message>
    <message>
        <source>Draw rectangle</source>
        <translation>Rechteck zeichnen</translation>
    </message>
    <message>
        <source>Draw ellipse</source>
        <translation>Ellipse zeichnen</translation>
    </message>
    <message>
        <source>Draw polygon</source>
        <translation>Vieleck zeichnen</translation>
    </message>
    <message>
        <source>Draw curve</source>
        <translation>Kurve zeichnen</translation>
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
    <name>ShotAngle</name>
    <message>
        <source>Not named</source>
        <translation>Nicht benannt</translation>
    </message>
    <message>
        <source>Eye level</source>
        <translation>Augenhöhe</translation>
    </message>
    <message>
        <source>High angle</source>
        <translation>Aufsicht</translation>
    </message>
    <message>
        <source>Low angle</source>
        <translation>Untersicht</translation>
    </message>
    <message>
        <source>Overhead</source>
        <translation>Vogelperspektive</translation>
    </message>
    <message>
        <source>From the ground</source>
        <translation>Froschperspektive</translation>
    </message>
    <message>
        <source>Dutch angle</source>
        <translation>Gekippt</translation>
    </message>
    <message>
        <source>Over the shoulder</source>
        <translation>Über die Schulter</translation>
    </message>
    <message>
        <source>Point of view</source>
        <translation>Subjektive</translation>
    </message>
    <message>
        <source>eye</source>
        <translation>AH</translation>
    </message>
    <message>
        <source>high</source>
        <translation>AS</translation>
    </message>
    <message>
        <source>low</source>
        <translation>US</translation>
    </message>
    <message>
        <source>top</source>
        <translation>VP</translation>
    </message>
    <message>
        <source>ground</source>
        <translation>FP</translation>
    </message>
    <message>
        <source>dutch</source>
        <translation>GK</translation>
    </message>
    <message>
        <source>OTS</source>
        <translation>OTS</translation>
    </message>
    <message>
        <source>POV</source>
        <translation>POV</translation>
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
</context>
<context>
    <name>ShotStatus</name>
    <message>
        <source>None</source>
        <translation>Ohne</translation>
    </message>
    <message>
        <source>Idea</source>
        <translation>Idee</translation>
    </message>
    <message>
        <source>Rough</source>
        <translation>Skizze</translation>
    </message>
    <message>
        <source>Clean</source>
        <translation>Reinzeichnung</translation>
    </message>
    <message>
        <source>Approved</source>
        <translation>Freigegeben</translation>
    </message>
    <message>
        <source>Revise</source>
        <translation>Überarbeiten</translation>
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
    <message>
        <source>%1 % off on a way of %2 %</source>
        <translation>%1 % daneben auf einem Weg von %2 %</translation>
    </message>
    <message>
        <source>drawn motion not found</source>
        <translation>gezeichnete Bewegung nicht gefunden</translation>
    </message>
    <message>
        <source>%1 of %2 motions not found</source>
        <translation>%1 von %2 Bewegungen nicht gefunden</translation>
    </message>
</context>
<context>
    <name>TextTool</name>
    <message>
        <source>Add text</source>
        <translation>Text hinzufügen</translation>
    </message>
    <message>
        <source>Change text</source>
        <translation>Text ändern</translation>
    </message>
    <message>
        <source>Delete text</source>
        <translation>Text löschen</translation>
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
    <name>dollygrip::ui::ArrowForm</name>
    <message>
        <source>Arrow</source>
        <translation>Pfeil</translation>
    </message>
    <message>
        <source>Which</source>
        <translation>Welcher</translation>
    </message>
    <message>
        <source>Even</source>
        <translation>Gleichmäßig</translation>
    </message>
    <message>
        <source>Slow in</source>
        <translation>Sanft an</translation>
    </message>
    <message>
        <source>Slow out</source>
        <translation>Sanft ab</translation>
    </message>
    <message>
        <source>Slow in and out</source>
        <translation>Sanft an und ab</translation>
    </message>
    <message>
        <source>Hold, then jump</source>
        <translation>Halten, dann springen</translation>
    </message>
    <message>
        <source>Anticipate</source>
        <translation>Ausholen</translation>
    </message>
    <message>
        <source>Overshoot and settle</source>
        <translation>Überschwingen</translation>
    </message>
    <message>
        <source>Bounce</source>
        <translation>Prallen</translation>
    </message>
    <message>
        <source>Custom</source>
        <translation>Eigene Kurve</translation>
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
        <source>Turns with its path</source>
        <translation>Dreht sich mit dem Weg</translation>
    </message>
    <message>
        <source>How many outlines of what moves are drawn along its way.</source>
        <translation>Wie viele Umrisse des Bewegten auf seinem Weg gezeichnet werden.</translation>
    </message>
    <message>
        <source>Ghosts</source>
        <translation>Phasen</translation>
    </message>
    <message>
        <source>Reverse</source>
        <translation>Umkehren</translation>
    </message>
    <message>
        <source>Reverse arrow</source>
        <translation>Pfeil umkehren</translation>
    </message>
    <message>
        <source>Mirror</source>
        <translation>Spiegeln</translation>
    </message>
    <message>
        <source>Mirror arrow</source>
        <translation>Pfeil spiegeln</translation>
    </message>
    <message>
        <source>Remove</source>
        <translation>Entfernen</translation>
    </message>
    <message>
        <source>Remove arrow</source>
        <translation>Pfeil entfernen</translation>
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
        <source>Turn with the path</source>
        <translation>Mit dem Weg drehen</translation>
    </message>
    <message>
        <source>Change speed</source>
        <translation>Tempo ändern</translation>
    </message>
    <message>
        <source>Arrow %1: frames %2 to %3</source>
        <translation>Pfeil %1: Frames %2–%3</translation>
    </message>
</context>
<context>
    <name>dollygrip::ui::BoardBar</name>
    <message>
        <source>Boards</source>
        <translation>Storyboard</translation>
    </message>
    <message>
        <source>Size of the boards. Ctrl with the wheel does the same.</source>
        <translation>Größe der Panels. Strg mit dem Mausrad tut dasselbe.</translation>
    </message>
    <message>
        <source>Size of the boards</source>
        <translation>Größe der Panels</translation>
    </message>
    <message>
        <source>%1 of %2 selected</source>
        <translation>%1 von %2 ausgewählt</translation>
    </message>
</context>
<context>
    <name>dollygrip::ui::BoardCommands</name>
    <message>
        <source>Delete shot</source>
        <translation>Einstellung löschen</translation>
    </message>
    <message>
        <source>Delete shots</source>
        <translation>Einstellungen löschen</translation>
    </message>
    <message>
        <source>Delete panel</source>
        <translation>Panel löschen</translation>
    </message>
    <message>
        <source>Delete panels</source>
        <translation>Panels löschen</translation>
    </message>
    <message>
        <source>Duplicate shot</source>
        <translation>Einstellung duplizieren</translation>
    </message>
    <message>
        <source>Duplicate shots</source>
        <translation>Einstellungen duplizieren</translation>
    </message>
    <message>
        <source>Duplicate panel</source>
        <translation>Panel duplizieren</translation>
    </message>
    <message>
        <source>Cut board</source>
        <translation>Panel ausschneiden</translation>
    </message>
    <message>
        <source>Cut boards</source>
        <translation>Panels ausschneiden</translation>
    </message>
    <message>
        <source>Paste panels</source>
        <translation>Panels einfügen</translation>
    </message>
    <message>
        <source>Paste shot</source>
        <translation>Einstellung einfügen</translation>
    </message>
    <message>
        <source>Paste shots</source>
        <translation>Einstellungen einfügen</translation>
    </message>
    <message>
        <source>Move shot</source>
        <translation>Einstellung verschieben</translation>
    </message>
    <message>
        <source>Move shots</source>
        <translation>Einstellungen verschieben</translation>
    </message>
    <message>
        <source>Move panel</source>
        <translation>Panel verschieben</translation>
    </message>
    <message>
        <source>Move panels</source>
        <translation>Panels verschieben</translation>
    </message>
    <message>
        <source>Make a shot of panels</source>
        <translation>Panels zu Einstellung machen</translation>
    </message>
    <message>
        <source>Change status</source>
        <translation>Status ändern</translation>
    </message>
    <message>
        <source>Change shot size</source>
        <translation>Einstellungsgröße ändern</translation>
    </message>
    <message>
        <source>Change camera angle</source>
        <translation>Perspektive ändern</translation>
    </message>
    <message>
        <source>Lock numbers</source>
        <translation>Nummern sperren</translation>
    </message>
    <message>
        <source>Unlock numbers</source>
        <translation>Nummern freigeben</translation>
    </message>
    <message>
        <source>Lock all numbers</source>
        <translation>Alle Nummern sperren</translation>
    </message>
    <message>
        <source>Unlock all numbers</source>
        <translation>Alle Nummern freigeben</translation>
    </message>
    <message>
        <source>Share background</source>
        <translation>Hintergrund teilen</translation>
    </message>
    <message>
        <source>Continue moves</source>
        <translation>Bewegungen fortsetzen</translation>
    </message>
    <message>
        <source>Rename shot</source>
        <translation>Einstellung umbenennen</translation>
    </message>
    <message>
        <source>Change hold</source>
        <translation>Standzeit ändern</translation>
    </message>
    <message>
        <source>Change holds</source>
        <translation>Standzeiten ändern</translation>
    </message>
    <message>
        <source>Change action</source>
        <translation>Handlung ändern</translation>
    </message>
    <message>
        <source>Change dialogue</source>
        <translation>Dialog ändern</translation>
    </message>
</context>
<context>
    <name>dollygrip::ui::BoardDocks</name>
    <message>
        <source>Outline</source>
        <translation>Gliederung</translation>
    </message>
    <message>
        <source>Status</source>
        <translation>Status</translation>
    </message>
    <message>
        <source>Rename scene</source>
        <translation>Szene umbenennen</translation>
    </message>
    <message>
        <source>Delete scene</source>
        <translation>Szene löschen</translation>
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
    <message>
        <source>What happens</source>
        <translation>Was geschieht</translation>
    </message>
    <message>
        <source>What is said</source>
        <translation>Was gesagt wird</translation>
    </message>
    <message>
        <source>Angle</source>
        <translation>Perspektive</translation>
    </message>
    <message>
        <source>into shot %1</source>
        <translation>in Einstellung %1</translation>
    </message>
    <message>
        <source>as a shot of its own</source>
        <translation>als eigene Einstellung</translation>
    </message>
    <message>
        <source>%1 boards</source>
        <translation>%1 Panels</translation>
    </message>
    <message>
        <source>Action</source>
        <translation>Handlung</translation>
    </message>
    <message>
        <source>Dialogue</source>
        <translation>Dialog</translation>
    </message>
    <message>
        <source>panel %1 of %2</source>
        <translation>Panel %1 von %2</translation>
    </message>
</context>
<context>
    <name>dollygrip::ui::BrushBox</name>
    <message>
        <source>Pencil</source>
        <translation>Bleistift</translation>
    </message>
    <message>
        <source>6B pencil</source>
        <translation>Blei 6B</translation>
    </message>
    <message>
        <source>Charcoal</source>
        <translation>Kohle</translation>
    </message>
    <message>
        <source>Fine pen</source>
        <translation>Fineliner</translation>
    </message>
    <message>
        <source>Ink</source>
        <translation>Tusche</translation>
    </message>
    <message>
        <source>Brush pen</source>
        <translation>Brushpen</translation>
    </message>
    <message>
        <source>Marker</source>
        <translation>Marker</translation>
    </message>
    <message>
        <source>Broad</source>
        <translation>Breit</translation>
    </message>
    <message>
        <source>Paint</source>
        <translation>Farbe</translation>
    </message>
    <message>
        <source>Wash</source>
        <translation>Lavierung</translation>
    </message>
    <message>
        <source>Detail</source>
        <translation>Detail</translation>
    </message>
    <message>
        <source>Filled shape</source>
        <translation>Form</translation>
    </message>
</context>
<context>
    <name>dollygrip::ui::BrushButton</name>
    <message>
        <source>&lt;b&gt;Brush&lt;/b&gt;&lt;br&gt;Brushes, colour and size</source>
        <translation>&lt;b&gt;Pinsel&lt;/b&gt;&lt;br&gt;Pinsel, Farbe und Größe</translation>
    </message>
    <message>
        <source>Brush</source>
        <translation>Pinsel</translation>
    </message>
</context>
<context>
    <name>dollygrip::ui::BrushDock</name>
    <message>
        <source>Brush</source>
        <translation>Pinsel</translation>
    </message>
    <message>
        <source>Size</source>
        <translation>Größe</translation>
    </message>
    <message>
        <source>&lt;b&gt;Size&lt;/b&gt;  &amp;nbsp;[ and ]&lt;br&gt;Also Ctrl+Alt and drag on the paper</source>
        <translation>&lt;b&gt;Größe&lt;/b&gt;  &amp;nbsp;[ und ]&lt;br&gt;Oder Strg+Alt und auf dem Blatt ziehen</translation>
    </message>
    <message>
        <source>Opacity</source>
        <translation>Deckkraft</translation>
    </message>
    <message>
        <source>Soft eraser</source>
        <translation>Weicher Radierer</translation>
    </message>
    <message>
        <source>Fill shapes</source>
        <translation>Formen füllen</translation>
    </message>
    <message>
        <source>&lt;b&gt;Close gaps&lt;/b&gt;&lt;br&gt;Openings in the lines up to this wide hold the fill back</source>
        <translation>&lt;b&gt;Lücken schließen&lt;/b&gt;&lt;br&gt;Bis zu dieser Breite halten Öffnungen in den Linien die Füllung auf</translation>
    </message>
    <message>
        <source>Close gaps</source>
        <translation>Lücken</translation>
    </message>
    <message>
        <source>&lt;b&gt;Tolerance&lt;/b&gt;&lt;br&gt;How far colours may differ and still be one area</source>
        <translation>&lt;b&gt;Toleranz&lt;/b&gt;&lt;br&gt;Wie weit Farben abweichen dürfen und noch eine Fläche sind</translation>
    </message>
    <message>
        <source>Tolerance</source>
        <translation>Toleranz</translation>
    </message>
    <message>
        <source>Lines of all layers</source>
        <translation>Linien aller Ebenen</translation>
    </message>
    <message>
        <source>On top of the layer&apos;s lines</source>
        <translation>Über den Linien der Ebene</translation>
    </message>
    <message>
        <source>Font</source>
        <translation>Schrift</translation>
    </message>
    <message>
        <source>Hand</source>
        <translation>Hand</translation>
    </message>
    <message>
        <source>As it is</source>
        <translation>Wie sie ist</translation>
    </message>
    <message>
        <source>Smoothed</source>
        <translation>Geglättet</translation>
    </message>
    <message>
        <source>On a string</source>
        <translation>An der Schnur</translation>
    </message>
    <message>
        <source>Steadying</source>
        <translation>Ruhige Hand</translation>
    </message>
    <message>
        <source>&lt;b&gt;Steadying&lt;/b&gt;&lt;br&gt;Smoothed: the line follows the mean of the last moments. On a string: the pen pulls the line behind it</source>
        <translation>&lt;b&gt;Ruhige Hand&lt;/b&gt;&lt;br&gt;Geglättet: die Linie folgt dem Mittel der letzten Augenblicke. An der Schnur: der Stift zieht die Linie hinter sich her</translation>
    </message>
    <message>
        <source>Strength of steadying</source>
        <translation>Wie stark die Hand beruhigt wird</translation>
    </message>
    <message>
        <source>Pen feel…</source>
        <translation>Stiftgefühl …</translation>
    </message>
    <message>
        <source>&lt;b&gt;Pen feel&lt;/b&gt;&lt;br&gt;Pressure and tilt as curves, with paper to try them</source>
        <translation>&lt;b&gt;Stiftgefühl&lt;/b&gt;&lt;br&gt;Druck und Neigung als Kurven, mit Papier zum Ausprobieren</translation>
    </message>
    <message>
        <source>Line catches up with the pen</source>
        <translation>Linie holt den Stift ein</translation>
    </message>
    <message>
        <source>On a string: when the pen is lifted the line goes on to it</source>
        <translation>An der Schnur: wird der Stift abgehoben, läuft die Linie bis zu ihm weiter</translation>
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
        <source>%1 px</source>
        <translation>%1 px</translation>
    </message>
</context>
<context>
    <name>dollygrip::ui::CameraCommands</name>
    <message>
        <source>Camera frame %1 is at the playhead already. Move the playhead first.</source>
        <translation>Kamerarahmen %1 liegt schon am Abspielkopf. Bewegen Sie zuerst den Abspielkopf.</translation>
    </message>
    <message>
        <source>Add camera frame %1</source>
        <translation>Kamerarahmen %1 hinzufügen</translation>
    </message>
    <message>
        <source>Choose a camera frame first.</source>
        <translation>Wählen Sie zuerst einen Kamerarahmen.</translation>
    </message>
    <message>
        <source>There is no room for another camera frame.</source>
        <translation>Für noch einen Kamerarahmen ist kein Platz.</translation>
    </message>
    <message>
        <source>Duplicate camera frame %1</source>
        <translation>Kamerarahmen %1 duplizieren</translation>
    </message>
    <message>
        <source>Move camera frame %1 in time</source>
        <translation>Kamerarahmen %1 zeitlich verschieben</translation>
    </message>
</context>
<context>
    <name>dollygrip::ui::CameraDocks</name>
    <message>
        <source>Curves</source>
        <translation>Kurven</translation>
    </message>
    <message>
        <source>Top view</source>
        <translation>Draufsicht</translation>
    </message>
    <message>
        <source>Moves</source>
        <translation>Bewegungen</translation>
    </message>
</context>
<context>
    <name>dollygrip::ui::CameraFactsView</name>
    <message>
        <source>Takes</source>
        <translation>Dauer</translation>
    </message>
    <message>
        <source>%1 s</source>
        <translation>%1 s</translation>
    </message>
    <message>
        <source>Track</source>
        <translation>Strecke</translation>
    </message>
    <message>
        <source>%1 m</source>
        <translation>%1 m</translation>
    </message>
    <message>
        <source>%1 m, up to %2 m</source>
        <translation>%1 m, bis %2 m</translation>
    </message>
    <message>
        <source>Height</source>
        <translation>Höhe</translation>
    </message>
    <message>
        <source>Speed</source>
        <translation>Tempo</translation>
    </message>
    <message>
        <source>up to %1 m/s</source>
        <translation>bis %1 m/s</translation>
    </message>
    <message>
        <source>%1°, up to %2°/s</source>
        <translation>%1°, bis %2°/s</translation>
    </message>
    <message>
        <source>Pan</source>
        <translation>Schwenk</translation>
    </message>
    <message>
        <source>Tilt</source>
        <translation>Neigen</translation>
    </message>
    <message>
        <source>Roll</source>
        <translation>Rollen</translation>
    </message>
    <message>
        <source>Lens</source>
        <translation>Brennweite</translation>
    </message>
    <message>
        <source>%1 → %2 mm (sees %3 → %4)</source>
        <translation>%1 → %2 mm (sieht %3 → %4)</translation>
    </message>
    <message>
        <source>Zoom</source>
        <translation>Zoom</translation>
    </message>
    <message>
        <source>%1–%2 mm spans it</source>
        <translation>%1–%2 mm deckt das ab</translation>
    </message>
    <message>
        <source>no usual zoom lens spans it</source>
        <translation>kein übliches Zoom deckt das ab</translation>
    </message>
    <message>
        <source>The camera goes through “%1” at frame %2.</source>
        <translation>Die Kamera fährt bei Frame %2 durch „%1“.</translation>
    </message>
    <message>
        <source>The paper runs out at the left from frame %1.</source>
        <translation>Ab Frame %1 endet das Papier links.</translation>
    </message>
    <message>
        <source>The paper runs out at the right from frame %1.</source>
        <translation>Ab Frame %1 endet das Papier rechts.</translation>
    </message>
    <message>
        <source>The paper runs out at the top from frame %1.</source>
        <translation>Ab Frame %1 endet das Papier oben.</translation>
    </message>
    <message>
        <source>The paper runs out at the bottom from frame %1.</source>
        <translation>Ab Frame %1 endet das Papier unten.</translation>
    </message>
    <message>
        <source>May judder at frame %1: things cross the picture in %2 s; %3 s is smooth at %4 frames a second.</source>
        <translation>Kann bei Frame %1 ruckeln: Dinge queren das Bild in %2 s; mit %3 s läuft es bei %4 Frames je Sekunde glatt.</translation>
    </message>
    <message>
        <source>A click goes there.</source>
        <translation>Ein Klick führt dorthin.</translation>
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
    <message>
        <source>Moves</source>
        <translation>Moves</translation>
    </message>
    <message>
        <source>All named moves, playing on this panel (Shift+Y)</source>
        <translation>Alle fertigen Bewegungen, abgespielt auf diesem Panel (Umschalt+Y)</translation>
    </message>
    <message>
        <source>Curves</source>
        <translation>Kurven</translation>
    </message>
    <message>
        <source>Each channel of the camera as a curve (Y)</source>
        <translation>Jeder Kanal der Kamera als Kurve (Y)</translation>
    </message>
    <message>
        <source>Top view</source>
        <translation>Draufsicht</translation>
    </message>
    <message>
        <source>Camera and sheets from above (Z)</source>
        <translation>Kamera und Blätter von oben (Z)</translation>
    </message>
    <message>
        <source>frame %1</source>
        <translation>Frame %1</translation>
    </message>
    <message>
        <source>Sensor of the film</source>
        <translation>Sensor des Films</translation>
    </message>
</context>
<context>
    <name>dollygrip::ui::CanvasView</name>
    <message>
        <source>Drag arrows, their points, regions or the edges of camera frames · Double click an arrow for one more point · Del takes away</source>
        <translation>Pfeile, ihre Punkte, Bereiche oder Kamerarahmen ziehen · Doppelklick auf einen Pfeil: neuer Punkt · Entf entfernt</translation>
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
        <source>Drop pictures here, or start drawing (B)</source>
        <translation>Bilder hier ablegen oder loszeichnen (B)</translation>
    </message>
    <message>
        <source>Review only looks. Stage (Ctrl+2) draws and moves.</source>
        <translation>Die Sichtung zeigt nur. Im Set (Strg+2) wird gezeichnet und bewegt.</translation>
    </message>
    <message>
        <source>Opacity %1 %</source>
        <translation>Deckkraft %1 %</translation>
    </message>
    <message>
        <source>Size %1 px</source>
        <translation>Größe %1 px</translation>
    </message>
    <message>
        <source>Shift: straight line, with Ctrl in steps of 15° · Alt: take a colour · Ctrl+Alt and drag: size · 1 to 9: brushes</source>
        <translation>Umschalt: gerade Linie, mit Strg in Schritten von 15° · Alt: Farbe aufnehmen · Strg+Alt und ziehen: Größe · 1 bis 9: Pinsel</translation>
    </message>
    <message>
        <source>Shift: straight line · Ctrl+Alt and drag: size · Shift+E: soft or hard · The pen&apos;s other end erases always</source>
        <translation>Umschalt: gerade Linie · Strg+Alt und ziehen: Größe · Umschalt+E: weich oder hart · Das andere Ende des Stifts radiert immer</translation>
    </message>
    <message>
        <source>Drag a line · Shift: in steps of 15° · Alt: from its middle</source>
        <translation>Linie ziehen · Umschalt: in Schritten von 15° · Alt: von der Mitte aus</translation>
    </message>
    <message>
        <source>Drag a rectangle · Shift: square · Alt: from its middle</source>
        <translation>Rechteck ziehen · Umschalt: Quadrat · Alt: von der Mitte aus</translation>
    </message>
    <message>
        <source>Drag an ellipse · Shift: circle · Alt: from its middle</source>
        <translation>Ellipse ziehen · Umschalt: Kreis · Alt: von der Mitte aus</translation>
    </message>
    <message>
        <source>Click point by point · Ctrl: in steps of 15° · Return or a double click ends, the first point closes · Esc drops it</source>
        <translation>Punkt für Punkt klicken · Strg: in Schritten von 15° · Eingabe oder Doppelklick beendet, der erste Punkt schließt · Esc verwirft</translation>
    </message>
    <message>
        <source>Click into an area that lines enclose · Alt: take a colour · Gaps, layers and order under Brush (F5)</source>
        <translation>In eine umschlossene Fläche klicken · Alt: Farbe aufnehmen · Lücken, Ebenen und Reihenfolge unter Pinsel (F5)</translation>
    </message>
    <message>
        <source>Click and type, drag to set its direction, click letters to change them · Esc or a click elsewhere ends · Font and size under Brush (F5)</source>
        <translation>Klicken und schreiben, ziehen gibt die Richtung, Klick auf Buchstaben ändert sie · Esc oder Klick daneben beendet · Schrift und Größe unter Pinsel (F5)</translation>
    </message>
    <message>
        <source>Click or drag to take the colour under the tip</source>
        <translation>Klicken oder ziehen nimmt die Farbe unter der Spitze auf</translation>
    </message>
    <message>
        <source>The paper lies straight</source>
        <translation>Das Blatt liegt gerade</translation>
    </message>
    <message>
        <source>The paper is turned by %1°</source>
        <translation>Das Blatt ist um %1° gedreht</translation>
    </message>
    <message>
        <source>Click a stroke or draw around several · Shift adds · Ctrl: a rectangle · Drag the box to move, its corners to resize, the knob to turn</source>
        <translation>Strich anklicken oder mehrere umranden · Umschalt nimmt dazu · Strg: Rechteck · Kasten ziehen verschiebt, Ecken skalieren, der Knopf dreht</translation>
    </message>
    <message>
        <source>Draw around a part of the drawing, then drag it away: lines are cut at the edge</source>
        <translation>Einen Teil der Zeichnung umranden, dann wegziehen: Linien werden am Rand zerschnitten</translation>
    </message>
    <message>
        <source>Drag vanishing points, the eyeline and reference pictures · Shift takes a point off the eyeline · Right button: fade or remove</source>
        <translation>Fluchtpunkte, Augenlinie und Referenzbilder ziehen · Umschalt löst einen Punkt von der Augenlinie · Rechte Taste: abblenden oder entfernen</translation>
    </message>
    <message>
        <source>Click a thing, or drag a box around it · Shift adds, Alt takes away · Return or a click into it takes it · Esc drops it</source>
        <translation>Ein Ding anklicken oder einen Kasten darum ziehen · Umschalt erweitert, Alt nimmt weg · Eingabe oder Klick hinein übernimmt · Esc verwirft</translation>
    </message>
    <message>
        <source>Drag: truck and pedestal, with Alt pan and tilt · Corner: dolly, with Alt zoom · Round handle: roll · Drag the path: one more frame · Shift+C: frame at the playhead</source>
        <translation>Ziehen: Seitfahrt und Hub, mit Alt schwenken und neigen · Ecke: Fahrt, mit Alt Zoom · Runder Griff: rollen · Am Weg ziehen: neuer Rahmen · Umschalt+C: Rahmen am Abspielkopf</translation>
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
    <name>dollygrip::ui::ChannelList</name>
    <message>
        <source>Channels</source>
        <translation>Kanäle</translation>
    </message>
    <message>
        <source>Click: work on it · Dot: show or hide it</source>
        <translation>Klick: daran arbeiten · Punkt: zeigen oder verbergen</translation>
    </message>
</context>
<context>
    <name>dollygrip::ui::ColourForm</name>
    <message>
        <source>&lt;b&gt;Two colours&lt;/b&gt;  &amp;nbsp;Shift+X&lt;br&gt;Swaps the colour in hand with the other one</source>
        <translation>&lt;b&gt;Zwei Farben&lt;/b&gt;  &amp;nbsp;Umschalt+X&lt;br&gt;Tauscht die Farbe in der Hand mit der anderen</translation>
    </message>
    <message>
        <source>Colour as a number</source>
        <translation>Farbe als Zahl</translation>
    </message>
    <message>
        <source>&lt;b&gt;Hex&lt;/b&gt;&lt;br&gt;#rrggbb or a name like “teal”</source>
        <translation>&lt;b&gt;Hex&lt;/b&gt;&lt;br&gt;#rrggbb oder ein englischer Name wie „teal“</translation>
    </message>
    <message>
        <source>H</source>
        <comment>hue</comment>
        <translation>H</translation>
    </message>
    <message>
        <source>S</source>
        <comment>saturation</comment>
        <translation>S</translation>
    </message>
    <message>
        <source>V</source>
        <comment>brightness</comment>
        <translation>B</translation>
    </message>
    <message>
        <source>Hue</source>
        <translation>Farbton</translation>
    </message>
    <message>
        <source>Saturation</source>
        <translation>Sättigung</translation>
    </message>
    <message>
        <source>Brightness</source>
        <translation>Helligkeit</translation>
    </message>
    <message>
        <source>Colours used lately</source>
        <translation>Zuletzt benutzte Farben</translation>
    </message>
</context>
<context>
    <name>dollygrip::ui::ColourWheel</name>
    <message>
        <source>Colour wheel</source>
        <translation>Farbkreis</translation>
    </message>
    <message>
        <source>&lt;b&gt;Colour&lt;/b&gt;&lt;br&gt;Hue on the ring, saturation and brightness in the square</source>
        <translation>&lt;b&gt;Farbe&lt;/b&gt;&lt;br&gt;Farbton auf dem Ring, Sättigung und Helligkeit im Quadrat</translation>
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
    <name>dollygrip::ui::CurveEditor</name>
    <message>
        <source>Smooth, never beyond its neighbours</source>
        <translation>Glatt, nie über die Nachbarn hinaus</translation>
    </message>
    <message>
        <source>Both handles in one line</source>
        <translation>Beide Anfasser auf einer Linie</translation>
    </message>
    <message>
        <source>Each handle for itself: the curve may have a corner</source>
        <translation>Jeder Anfasser für sich: Die Kurve darf einen Knick haben</translation>
    </message>
    <message>
        <source>Straight to the neighbours</source>
        <translation>Gerade zu den Nachbarn</translation>
    </message>
    <message>
        <source>Stays until the next point, then jumps</source>
        <translation>Bleibt bis zum nächsten Punkt, springt dann</translation>
    </message>
    <message>
        <source>Handles: %1</source>
        <translation>Anfasser: %1</translation>
    </message>
    <message>
        <source>Ease</source>
        <translation>Verlauf</translation>
    </message>
    <message>
        <source>How the way on from the selected points goes</source>
        <translation>Wie es von den ausgewählten Punkten weitergeht</translation>
    </message>
    <message>
        <source>Point at the playhead</source>
        <translation>Punkt am Abspielkopf</translation>
    </message>
    <message>
        <source>Puts a point on the curve; a double click on the curve does so too</source>
        <translation>Setzt einen Punkt auf die Kurve; ein Doppelklick auf die Kurve auch</translation>
    </message>
    <message>
        <source>Delete points</source>
        <translation>Punkte löschen</translation>
    </message>
    <message>
        <source>Takes the selected points (Del)</source>
        <translation>Entfernt die ausgewählten Punkte (Entf)</translation>
    </message>
    <message>
        <source>frame %1</source>
        <translation>Frame %1</translation>
    </message>
    <message>
        <source>When</source>
        <translation>Wann</translation>
    </message>
    <message>
        <source>Frame of the shot; also 1 s 12, 00:00:01:12</source>
        <translation>Frame der Einstellung; auch 1 s 12, 00:00:01:12</translation>
    </message>
    <message>
        <source>Value</source>
        <translation>Wert</translation>
    </message>
    <message>
        <source>Of the selected points: drag, type or turn the wheel</source>
        <translation>Der ausgewählten Punkte: ziehen, tippen oder am Rad drehen</translation>
    </message>
    <message>
        <source>Snap to frames</source>
        <translation>An Frames einrasten</translation>
    </message>
    <message>
        <source>Points stay on whole frames; Ctrl while dragging does the other</source>
        <translation>Punkte bleiben auf ganzen Frames; Strg beim Ziehen tut das Gegenteil</translation>
    </message>
    <message>
        <source>Follow the camera frames</source>
        <translation>Den Rahmen folgen</translation>
    </message>
    <message>
        <source>Drops this channel&apos;s own curve</source>
        <translation>Verwirft die eigene Kurve dieses Kanals</translation>
    </message>
    <message>
        <source>Show all  F</source>
        <translation>Alles zeigen  F</translation>
    </message>
    <message>
        <source>Fits the shown curves into the view</source>
        <translation>Passt die gezeigten Kurven in die Ansicht ein</translation>
    </message>
</context>
<context>
    <name>dollygrip::ui::CurveView</name>
    <message>
        <source>Curve handles: %1</source>
        <translation>Kurvenanfasser: %1</translation>
    </message>
    <message>
        <source>Curve: %1</source>
        <translation>Kurve: %1</translation>
    </message>
    <message>
        <source>Move curve points</source>
        <translation>Kurvenpunkte verschieben</translation>
    </message>
    <message>
        <source>Change curve points</source>
        <translation>Kurvenpunkte ändern</translation>
    </message>
    <message>
        <source>Delete curve points</source>
        <translation>Kurvenpunkte löschen</translation>
    </message>
    <message>
        <source>%1 follows the camera frames</source>
        <translation>%1 folgt den Kamerarahmen</translation>
    </message>
    <message>
        <source>Add curve point</source>
        <translation>Kurvenpunkt hinzufügen</translation>
    </message>
    <message>
        <source>Bend curve</source>
        <translation>Kurve biegen</translation>
    </message>
    <message>
        <source>Point at the playhead</source>
        <translation>Punkt am Abspielkopf</translation>
    </message>
    <message>
        <source>Delete points</source>
        <translation>Punkte löschen</translation>
    </message>
    <message>
        <source>Follow the camera frames again</source>
        <translation>Wieder den Kamerarahmen folgen</translation>
    </message>
    <message>
        <source>Show all</source>
        <translation>Alles zeigen</translation>
    </message>
</context>
<context>
    <name>dollygrip::ui::DepthView</name>
    <message>
        <source>The layers from the side: drag one nearer to the camera or farther away</source>
        <translation>Die Ebenen von der Seite: Ziehen holt eine näher zur Kamera oder weiter weg</translation>
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
    <message>
        <source>Delete shots</source>
        <translation>Einstellungen löschen</translation>
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
    <name>dollygrip::ui::GuidesPopup</name>
    <message>
        <source>Lines</source>
        <translation>Linien</translation>
    </message>
    <message>
        <source>Thirds</source>
        <translation>Drittel</translation>
    </message>
    <message>
        <source>Lines at the thirds of the frame (G)</source>
        <translation>Linien an den Dritteln des Bildes (G)</translation>
    </message>
    <message>
        <source>Safe areas</source>
        <translation>Sichere Bildbereiche</translation>
    </message>
    <message>
        <source>Action and title safe areas (Shift+G)</source>
        <translation>Sicherer Bereich für Handlung und Titel (Umschalt+G)</translation>
    </message>
    <message>
        <source>Centre cross</source>
        <translation>Mittelkreuz</translation>
    </message>
    <message>
        <source>Where the frame&apos;s middle is</source>
        <translation>Wo die Mitte des Bildes ist</translation>
    </message>
    <message>
        <source>Grid</source>
        <translation>Raster</translation>
    </message>
    <message>
        <source>Squares over the frame</source>
        <translation>Quadrate über dem Bild</translation>
    </message>
    <message>
        <source>Squares in the frame&apos;s height</source>
        <translation>Quadrate auf der Höhe des Bildes</translation>
    </message>
    <message>
        <source>no second frame</source>
        <translation>kein zweites Format</translation>
    </message>
    <message>
        <source>A second frame for another screen, dim outside; of the whole film</source>
        <translation>Ein zweites Format für eine andere Leinwand, außen abgedunkelt; im ganzen Film</translation>
    </message>
    <message>
        <source>Second frame</source>
        <translation>Zweites Format</translation>
    </message>
    <message>
        <source>Perspective of this shot</source>
        <translation>Perspektive dieser Einstellung</translation>
    </message>
    <message>
        <source>none</source>
        <translation>keine</translation>
    </message>
    <message>
        <source>1 point</source>
        <translation>1 Punkt</translation>
    </message>
    <message>
        <source>2 points</source>
        <translation>2 Punkte</translation>
    </message>
    <message>
        <source>3 points</source>
        <translation>3 Punkte</translation>
    </message>
    <message>
        <source>Drag the points and the eyeline with the guides tool (;)</source>
        <translation>Punkte und Augenlinie mit dem Werkzeug Hilfslinien ziehen (;)</translation>
    </message>
    <message>
        <source>Eyeline</source>
        <translation>Augenlinie</translation>
    </message>
    <message>
        <source>The horizon: the height of the camera&apos;s eye</source>
        <translation>Der Horizont: die Höhe des Kameraauges</translation>
    </message>
    <message>
        <source>Rays to the pointer</source>
        <translation>Strahlen zum Zeiger</translation>
    </message>
    <message>
        <source>Lines from the points through the pointer</source>
        <translation>Linien von den Punkten durch den Zeiger</translation>
    </message>
    <message>
        <source>Strokes snap</source>
        <translation>Striche rasten ein</translation>
    </message>
    <message>
        <source>The pen keeps to the perspective it begins along</source>
        <translation>Der Stift bleibt auf der Perspektive, in der er beginnt</translation>
    </message>
    <message>
        <source>Onion skin</source>
        <translation>Onion-Skin</translation>
    </message>
    <message>
        <source>Show</source>
        <translation>Zeigen</translation>
    </message>
    <message>
        <source>Panels before and after shine through (Shift+O)</source>
        <translation>Panels davor und danach scheinen durch (Umschalt+O)</translation>
    </message>
    <message>
        <source>Across shots</source>
        <translation>Über Einstellungen</translation>
    </message>
    <message>
        <source>Also the panels of neighbouring shots</source>
        <translation>Auch die Panels der Nachbareinstellungen</translation>
    </message>
    <message>
        <source>How many panels before</source>
        <translation>Wie viele Panels davor</translation>
    </message>
    <message>
        <source>How many panels after</source>
        <translation>Wie viele Panels danach</translation>
    </message>
    <message>
        <source>Before</source>
        <translation>Davor</translation>
    </message>
    <message>
        <source>After</source>
        <translation>Danach</translation>
    </message>
    <message>
        <source>In two colours</source>
        <translation>In zwei Farben</translation>
    </message>
    <message>
        <source>Before in one colour, after in the other</source>
        <translation>Davor in einer Farbe, danach in der anderen</translation>
    </message>
    <message>
        <source>How strongly they shine through</source>
        <translation>Wie stark sie durchscheinen</translation>
    </message>
    <message>
        <source>Reference pictures</source>
        <translation>Referenzbilder</translation>
    </message>
    <message>
        <source>Pictures beside the frame to draw from; never in the film</source>
        <translation>Bilder neben dem Bildrahmen, nach denen Sie zeichnen; nie im Film</translation>
    </message>
    <message>
        <source>Pin a picture…</source>
        <translation>Bild anheften …</translation>
    </message>
    <message>
        <source>Or drop one on the paper with Alt held</source>
        <translation>Oder eines mit gedrückter Alt-Taste auf dem Blatt ablegen</translation>
    </message>
    <message>
        <source>Colour of the panels before</source>
        <translation>Farbe der Panels davor</translation>
    </message>
    <message>
        <source>Colour of the panels after</source>
        <translation>Farbe der Panels danach</translation>
    </message>
    <message>
        <source>Set perspective</source>
        <translation>Perspektive setzen</translation>
    </message>
    <message>
        <source>Draw eyeline</source>
        <translation>Augenlinie zeichnen</translation>
    </message>
    <message>
        <source>Remove eyeline</source>
        <translation>Augenlinie entfernen</translation>
    </message>
    <message>
        <source>Set second frame</source>
        <translation>Zweites Format setzen</translation>
    </message>
</context>
<context>
    <name>dollygrip::ui::HandheldField</name>
    <message>
        <source>Unrest of a hand-held camera on top of the move</source>
        <translation>Unruhe einer Handkamera, zusätzlich zur Bewegung</translation>
    </message>
    <message>
        <source>Tripod</source>
        <translation>Stativ</translation>
    </message>
    <message>
        <source>Gentle</source>
        <translation>Leicht</translation>
    </message>
    <message>
        <source>Documentary</source>
        <translation>Dokumentarisch</translation>
    </message>
    <message>
        <source>Running</source>
        <translation>Rennend</translation>
    </message>
    <message>
        <source>%1 %</source>
        <translation>%1 %</translation>
    </message>
    <message>
        <source>Change hand-held unrest</source>
        <translation>Unruhe der Handkamera ändern</translation>
    </message>
</context>
<context>
    <name>dollygrip::ui::HelpWindow</name>
    <message>
        <source>Help</source>
        <translation>Hilfe</translation>
    </message>
    <message>
        <source>Find in the help</source>
        <translation>In der Hilfe suchen</translation>
    </message>
    <message>
        <source>Pages</source>
        <translation>Seiten</translation>
    </message>
    <message>
        <source>Text</source>
        <translation>Text</translation>
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
    <name>dollygrip::ui::LayerList</name>
    <message>
        <source>Layer %1</source>
        <translation>Ebene %1</translation>
    </message>
    <message>
        <source>Show or hide</source>
        <translation>Zeigen oder verbergen</translation>
    </message>
    <message>
        <source>Lock or unlock: a locked layer cannot be drawn on</source>
        <translation>Sperren oder entsperren: Auf einer gesperrten Ebene lässt sich nicht zeichnen</translation>
    </message>
    <message>
        <source>%1: click to choose its layers, double click to rename</source>
        <translation>%1: Klick wählt ihre Ebenen, Doppelklick benennt um</translation>
    </message>
    <message>
        <source>%1: shared with other panels; what you draw on it is on all of them</source>
        <translation>%1: mit anderen Panels geteilt; was Sie darauf zeichnen, ist auf allen</translation>
    </message>
    <message>
        <source>%1: drag to another place, double click to rename</source>
        <translation>%1: ziehen ordnet um, Doppelklick benennt um</translation>
    </message>
</context>
<context>
    <name>dollygrip::ui::LayersForm</name>
    <message>
        <source>New layer</source>
        <translation>Neue Ebene</translation>
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
        <source>New layer (Ctrl+Shift+L)</source>
        <translation>Neue Ebene (Strg+Umschalt+L)</translation>
    </message>
    <message>
        <source>Duplicate layer (Ctrl+J)</source>
        <translation>Ebene duplizieren (Strg+J)</translation>
    </message>
    <message>
        <source>Group layers (Ctrl+Alt+G)</source>
        <translation>Ebenen gruppieren (Strg+Alt+G)</translation>
    </message>
    <message>
        <source>Merge with the layer behind (Ctrl+Shift+M)</source>
        <translation>Mit der Ebene dahinter vereinen (Strg+Umschalt+M)</translation>
    </message>
    <message>
        <source>Bring nearer (Ctrl+PgUp)</source>
        <translation>Näher holen (Strg+Bild auf)</translation>
    </message>
    <message>
        <source>Send farther (Ctrl+PgDown)</source>
        <translation>Weiter weg (Strg+Bild ab)</translation>
    </message>
    <message>
        <source>Normal</source>
        <translation>Normal</translation>
    </message>
    <message>
        <source>Multiply</source>
        <translation>Multiplizieren</translation>
    </message>
    <message>
        <source>Screen</source>
        <translation>Negativ multiplizieren</translation>
    </message>
    <message>
        <source>Overlay</source>
        <translation>Ineinanderkopieren</translation>
    </message>
    <message>
        <source>Add</source>
        <translation>Addieren</translation>
    </message>
    <message>
        <source>How it lies on what is behind: Multiply darkens like a wash, Screen and Add lighten like light.</source>
        <translation>Wie sie auf dem Dahinterliegenden liegt: Multiplizieren dunkelt wie eine Lavierung, Negativ multiplizieren und Addieren hellen wie Licht.</translation>
    </message>
    <message>
        <source>Blend</source>
        <translation>Mischen</translation>
    </message>
    <message>
        <source>Share with other panels</source>
        <translation>Mit anderen Panels teilen</translation>
    </message>
    <message>
        <source>The same background in many panels: what you draw on it in one is in all of them.</source>
        <translation>Derselbe Hintergrund in vielen Panels: Was Sie in einem darauf zeichnen, ist in allen.</translation>
    </message>
    <message>
        <source>Fold group</source>
        <translation>Gruppe einklappen</translation>
    </message>
    <message>
        <source>Move layer</source>
        <translation>Ebene verschieben</translation>
    </message>
    <message>
        <source>Change blend</source>
        <translation>Mischen ändern</translation>
    </message>
    <message>
        <source>With every panel of this shot</source>
        <translation>Mit jedem Panel dieser Einstellung</translation>
    </message>
    <message>
        <source>With every panel of this scene</source>
        <translation>Mit jedem Panel dieser Szene</translation>
    </message>
    <message>
        <source>With every panel of the film</source>
        <translation>Mit jedem Panel des Films</translation>
    </message>
    <message>
        <source>Show or hide group</source>
        <translation>Gruppe zeigen oder verbergen</translation>
    </message>
    <message>
        <source>Lock or unlock group</source>
        <translation>Gruppe sperren oder entsperren</translation>
    </message>
    <message>
        <source>Rename group</source>
        <translation>Gruppe umbenennen</translation>
    </message>
    <message>
        <source>Duplicate</source>
        <translation>Duplizieren</translation>
    </message>
    <message>
        <source>Rename…</source>
        <translation>Umbenennen …</translation>
    </message>
    <message>
        <source>Group</source>
        <translation>Gruppieren</translation>
    </message>
    <message>
        <source>Ungroup</source>
        <translation>Gruppe auflösen</translation>
    </message>
    <message>
        <source>Merge with the layer behind</source>
        <translation>Mit der Ebene dahinter vereinen</translation>
    </message>
    <message>
        <source>Hide</source>
        <translation>Verbergen</translation>
    </message>
    <message>
        <source>Show</source>
        <translation>Zeigen</translation>
    </message>
    <message>
        <source>Show only this, or all</source>
        <translation>Nur diese zeigen, oder alle</translation>
    </message>
    <message>
        <source>Unlock</source>
        <translation>Entsperren</translation>
    </message>
    <message>
        <source>Lock</source>
        <translation>Sperren</translation>
    </message>
    <message>
        <source>Stop sharing</source>
        <translation>Nicht mehr teilen</translation>
    </message>
    <message>
        <source>Share with every panel of this shot</source>
        <translation>Mit jedem Panel dieser Einstellung teilen</translation>
    </message>
    <message>
        <source>Share with every panel of this scene</source>
        <translation>Mit jedem Panel dieser Szene teilen</translation>
    </message>
    <message>
        <source>Delete</source>
        <translation>Löschen</translation>
    </message>
    <message>
        <source>Opacity of the group “%1”</source>
        <translation>Deckkraft der Gruppe „%1“</translation>
    </message>
    <message>
        <source>Opacity of the layer</source>
        <translation>Deckkraft der Ebene</translation>
    </message>
    <message>
        <source>Ungroup layers (Ctrl+Alt+Shift+G)</source>
        <translation>Gruppe auflösen (Strg+Alt+Umschalt+G)</translation>
    </message>
    <message numerus="yes">
        <source>Shared by %n panel(s); drawn in one, seen in all.</source>
        <translation>
            <numerusform>Mit %n Panel geteilt; in einem gezeichnet, in allen zu sehen.</numerusform>
            <numerusform>Mit %n Panels geteilt; in einem gezeichnet, in allen zu sehen.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>dollygrip::ui::LensField</name>
    <message>
        <source>The next wider prime lens</source>
        <translation>Die nächstkürzere Festbrennweite</translation>
    </message>
    <message>
        <source>The next longer prime lens</source>
        <translation>Die nächstlängere Festbrennweite</translation>
    </message>
    <message>
        <source>Prime lenses</source>
        <translation>Festbrennweiten</translation>
    </message>
    <message>
        <source>%1 mm   %2°</source>
        <translation>%1 mm   %2°</translation>
    </message>
    <message>
        <source>Horizontal field of view</source>
        <translation>Waagerechter Bildwinkel</translation>
    </message>
    <message>
        <source>%1° across</source>
        <comment>the field of view</comment>
        <translation>%1° breit</translation>
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
        <source>Paint what moves with the motion brush (R), circle it with the lasso (Shift+R) or click it (W), then draw an arrow from it (A).</source>
        <translation>Malen Sie mit dem Bewegungspinsel an, was sich bewegt (R), umranden Sie es mit dem Lasso (Umschalt+R) oder klicken Sie es an (W). Dann zeichnen Sie von dort einen Pfeil (A).</translation>
    </message>
    <message>
        <source>Another region that takes this one along; its own arrows happen on top of that.</source>
        <translation>Ein anderer Bereich, der diesen mitnimmt; seine eigenen Pfeile kommen hinzu.</translation>
    </message>
    <message>
        <source>Follows</source>
        <translation>Folgt</translation>
    </message>
    <message>
        <source>Widens the area, below 0 narrows it; percent of the picture&apos;s height. What was drawn stays as it is.</source>
        <translation>Macht die Fläche weiter, unter 0 enger; in Prozent der Bildhöhe. Was gemalt wurde, bleibt, wie es ist.</translation>
    </message>
    <message>
        <source>Grow</source>
        <translation>Wachsen</translation>
    </message>
    <message>
        <source>All but what is drawn</source>
        <translation>Alles andere</translation>
    </message>
    <message>
        <source>Invert</source>
        <translation>Umkehren</translation>
    </message>
    <message>
        <source>Snap to edges</source>
        <translation>An Kanten anlegen</translation>
    </message>
    <message>
        <source>Draws what was brushed or lassoed to the edges of the picture near by.</source>
        <translation>Zieht das Gemalte oder Umrandete an nahe Kanten des Bildes.</translation>
    </message>
    <message>
        <source>Show or hide region</source>
        <translation>Bereich zeigen oder verbergen</translation>
    </message>
    <message>
        <source>Reorder regions</source>
        <translation>Bereiche umordnen</translation>
    </message>
    <message>
        <source>Follow a region</source>
        <translation>Einem Bereich folgen</translation>
    </message>
    <message>
        <source>Grow region</source>
        <translation>Bereich wachsen lassen</translation>
    </message>
    <message>
        <source>Invert region</source>
        <translation>Bereich umkehren</translation>
    </message>
    <message>
        <source>Looking for edges…</source>
        <translation>Sucht Kanten …</translation>
    </message>
    <message>
        <source>Amber</source>
        <translation>Bernstein</translation>
    </message>
    <message>
        <source>Coral</source>
        <translation>Koralle</translation>
    </message>
    <message>
        <source>Olive</source>
        <translation>Olive</translation>
    </message>
    <message>
        <source>Rose</source>
        <translation>Rosé</translation>
    </message>
    <message>
        <source>Jade</source>
        <translation>Jade</translation>
    </message>
    <message>
        <source>Sand</source>
        <translation>Sand</translation>
    </message>
    <message>
        <source>Periwinkle</source>
        <translation>Immergrün</translation>
    </message>
    <message>
        <source>Brick</source>
        <translation>Ziegel</translation>
    </message>
    <message>
        <source>Colour region</source>
        <translation>Bereich einfärben</translation>
    </message>
    <message>
        <source>Nothing</source>
        <translation>Nichts</translation>
    </message>
</context>
<context>
    <name>dollygrip::ui::MovePalette</name>
    <message>
        <source>How much: drag, type or turn the wheel</source>
        <translation>Wie viel: ziehen, tippen oder am Rad drehen</translation>
    </message>
    <message>
        <source>Add to the move</source>
        <translation>Zur Bewegung dazu</translation>
    </message>
    <message>
        <source>Puts the move on top of what the camera does already,
so that two become one: a dolly with a pan, an orbit with a rise.</source>
        <translation>Legt die Bewegung auf das, was die Kamera schon tut,
so dass aus beiden eine wird: Fahrt mit Schwenk, Umfahrt mit Hub.</translation>
    </message>
    <message>
        <source>Camera: %1</source>
        <translation>Kamera: %1</translation>
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
    <name>dollygrip::ui::OutlineModel</name>
    <message>
        <source>panel %1</source>
        <translation>Panel %1</translation>
    </message>
    <message>
        <source>Scene without heading</source>
        <translation>Szene ohne Szenenkopf</translation>
    </message>
</context>
<context>
    <name>dollygrip::ui::OutlineView</name>
    <message>
        <source>Outline</source>
        <translation>Gliederung</translation>
    </message>
    <message>
        <source>Move scene</source>
        <translation>Szene verschieben</translation>
    </message>
</context>
<context>
    <name>dollygrip::ui::PaletteForm</name>
    <message>
        <source>Palette</source>
        <translation>Palette</translation>
    </message>
    <message>
        <source>Add to the palette</source>
        <translation>Zur Palette hinzufügen</translation>
    </message>
    <message>
        <source>&lt;b&gt;Add the colour in hand&lt;/b&gt;&lt;br&gt;Or drag colours into the palette</source>
        <translation>&lt;b&gt;Farbe in der Hand hinzufügen&lt;/b&gt;&lt;br&gt;Oder Farben in die Palette ziehen</translation>
    </message>
    <message>
        <source>More about palettes</source>
        <translation>Mehr zu Paletten</translation>
    </message>
    <message>
        <source>&lt;b&gt;Palettes&lt;/b&gt;&lt;br&gt;New, rename, delete, from this panel, import, export</source>
        <translation>&lt;b&gt;Paletten&lt;/b&gt;&lt;br&gt;Neu, umbenennen, löschen, aus diesem Panel, importieren, exportieren</translation>
    </message>
    <message>
        <source>New palette</source>
        <translation>Neue Palette</translation>
    </message>
    <message>
        <source>Add colour to palette</source>
        <translation>Farbe zur Palette hinzufügen</translation>
    </message>
    <message>
        <source>Move colour</source>
        <translation>Farbe verschieben</translation>
    </message>
    <message>
        <source>Take colour out of palette</source>
        <translation>Farbe aus der Palette nehmen</translation>
    </message>
    <message>
        <source>Palette from this panel</source>
        <translation>Palette aus diesem Panel</translation>
    </message>
    <message>
        <source>Rename…</source>
        <translation>Umbenennen …</translation>
    </message>
    <message>
        <source>Delete palette</source>
        <translation>Palette löschen</translation>
    </message>
    <message>
        <source>Import GIMP palette…</source>
        <translation>GIMP-Palette importieren …</translation>
    </message>
    <message>
        <source>Import palette</source>
        <translation>Palette importieren</translation>
    </message>
    <message>
        <source>GIMP palettes (*.gpl);;All files (*)</source>
        <translation>GIMP-Paletten (*.gpl);;Alle Dateien (*)</translation>
    </message>
    <message>
        <source>Export GIMP palette…</source>
        <translation>GIMP-Palette exportieren …</translation>
    </message>
    <message>
        <source>Export palette</source>
        <translation>Palette exportieren</translation>
    </message>
    <message>
        <source>GIMP palettes (*.gpl)</source>
        <translation>GIMP-Paletten (*.gpl)</translation>
    </message>
    <message>
        <source>Board greys and marks</source>
        <translation>Storyboard-Töne</translation>
    </message>
    <message>
        <source>Rename palette</source>
        <translation>Palette umbenennen</translation>
    </message>
    <message>
        <source>Name</source>
        <translation>Name</translation>
    </message>
    <message>
        <source>Shot %1</source>
        <translation>Einstellung %1</translation>
    </message>
    <message>
        <source>Palette from panel</source>
        <translation>Palette aus Panel</translation>
    </message>
</context>
<context>
    <name>dollygrip::ui::PenDialog</name>
    <message>
        <source>Pen feel</source>
        <translation>Stiftgefühl</translation>
    </message>
    <message>
        <source>Pressure</source>
        <translation>Druck</translation>
    </message>
    <message>
        <source>Tilt</source>
        <translation>Neigung</translation>
    </message>
    <message>
        <source>Across: what the pen says. Up: what the brush gets. Click for a point, double click takes it away.</source>
        <translation>Waagerecht: was der Stift meldet. Senkrecht: was der Pinsel bekommt. Klick setzt einen Punkt, Doppelklick entfernt ihn.</translation>
    </message>
    <message>
        <source>Softer</source>
        <translation>Weicher</translation>
    </message>
    <message>
        <source>Firmer</source>
        <translation>Fester</translation>
    </message>
    <message>
        <source>As it came</source>
        <translation>Zurücksetzen</translation>
    </message>
</context>
<context>
    <name>dollygrip::ui::PenPad</name>
    <message>
        <source>Paper to try the pen on</source>
        <translation>Papier, um den Stift zu probieren</translation>
    </message>
    <message>
        <source>Try the pen here</source>
        <translation>Hier den Stift probieren</translation>
    </message>
</context>
<context>
    <name>dollygrip::ui::PictureSizeDialog</name>
    <message>
        <source>Picture size</source>
        <translation>Bildformat</translation>
    </message>
    <message>
        <source>Another shape</source>
        <translation>Anderes Format</translation>
    </message>
    <message>
        <source>Crop</source>
        <translation>Beschneiden</translation>
    </message>
    <message>
        <source>The old frame fills the new one. What does not fit lies outside.</source>
        <translation>Der alte Rahmen füllt den neuen. Was nicht passt, liegt außerhalb.</translation>
    </message>
    <message>
        <source>Fit</source>
        <translation>Einpassen</translation>
    </message>
    <message>
        <source>All of the old frame is seen, with paper beside it.</source>
        <translation>Der ganze alte Rahmen ist zu sehen, mit Papier daneben.</translation>
    </message>
    <message>
        <source>Extend</source>
        <translation>Erweitern</translation>
    </message>
    <message>
        <source>Drawings keep their size in pixels. The frame shows more paper, or less.</source>
        <translation>Zeichnungen behalten ihre Größe in Pixeln. Der Rahmen zeigt mehr Papier oder weniger.</translation>
    </message>
    <message>
        <source>Change size</source>
        <translation>Format ändern</translation>
    </message>
    <message>
        <source>The film has this size.</source>
        <translation>Der Film hat dieses Format.</translation>
    </message>
    <message>
        <source>%L1 : 1 instead of %L2 : 1. Every shot is changed, in one step that can be undone.</source>
        <translation>%L1 : 1 statt %L2 : 1. Jede Einstellung wird geändert, in einem Schritt, der sich rückgängig machen lässt.</translation>
    </message>
    <message>
        <source>Change picture size</source>
        <translation>Bildformat ändern</translation>
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
    <message>
        <source>Pen feel…</source>
        <translation>Stiftgefühl …</translation>
    </message>
    <message>
        <source>Pressure and tilt as curves, with paper to try them</source>
        <translation>Druck und Neigung als Kurven, mit Papier zum Ausprobieren</translation>
    </message>
    <message>
        <source>Pen</source>
        <translation>Stift</translation>
    </message>
</context>
<context>
    <name>dollygrip::ui::PresetButton</name>
    <message>
        <source>Keeps size and opacity as you set them; double click: as it came</source>
        <translation>Behält Größe und Deckkraft, wie Sie sie einstellen; Doppelklick: wie am Anfang</translation>
    </message>
</context>
<context>
    <name>dollygrip::ui::RegionList</name>
    <message>
        <source>Regions</source>
        <translation>Bereiche</translation>
    </message>
    <message>
        <source>held still</source>
        <translation>festgehalten</translation>
    </message>
    <message>
        <source>follows %1</source>
        <translation>folgt %1</translation>
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
        <source>%1
Double click: other name · Drag: other order, later ones cover earlier ones</source>
        <translation>%1
Doppelklick: anderer Name · Ziehen: andere Reihenfolge, spätere verdecken frühere</translation>
    </message>
</context>
<context>
    <name>dollygrip::ui::RenumberDialog</name>
    <message>
        <source>Shot numbers</source>
        <translation>Nummerierung</translation>
    </message>
    <message>
        <source>Scene and letter: 1A, 1B, 2A</source>
        <translation>Szene und Buchstabe: 1A, 1B, 2A</translation>
    </message>
    <message>
        <source>Scene and number: 1-10, 1-20, 2-10</source>
        <translation>Szene und Zahl: 1-10, 1-20, 2-10</translation>
    </message>
    <message>
        <source>Through the film: 010, 020, 030</source>
        <translation>Durch den Film: 010, 020, 030</translation>
    </message>
    <message>
        <source>Rule</source>
        <translation>Regel</translation>
    </message>
    <message>
        <source>What lies between two numbers. Tens leave room for shots in between.</source>
        <translation>Was zwischen zwei Nummern liegt. Zehner lassen Platz für Einstellungen dazwischen.</translation>
    </message>
    <message>
        <source>Step</source>
        <translation>Schritt</translation>
    </message>
    <message>
        <source>Number by itself after every edit</source>
        <translation>Nach jeder Änderung von selbst nummerieren</translation>
    </message>
    <message>
        <source>Locked names stay. Shots between two locked ones are named after the one before: 12AA, 12AB.</source>
        <translation>Gesperrte Namen bleiben. Einstellungen zwischen zwei gesperrten heißen nach der davor: 12AA, 12AB.</translation>
    </message>
    <message>
        <source>Renumber</source>
        <translation>Neu nummerieren</translation>
    </message>
    <message>
        <source>All names stay as they are.</source>
        <translation>Alle Namen bleiben, wie sie sind.</translation>
    </message>
    <message>
        <source>Other names: %1 of %2</source>
        <translation>Andere Namen: %1 von %2</translation>
    </message>
    <message>
        <source>Renumber shots</source>
        <translation>Einstellungen neu nummerieren</translation>
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
    <name>dollygrip::ui::SensorField</name>
    <message>
        <source>The film&apos;s sensor: choose one, or type its width (25.3 mm)</source>
        <translation>Der Sensor des Films: wählen oder Breite tippen (25,3 mm)</translation>
    </message>
    <message>
        <source>%1   %2 mm</source>
        <comment>a sensor and its width</comment>
        <translation>%1   %2 mm</translation>
    </message>
    <message>
        <source>Lenses stay</source>
        <translation>Brennweiten bleiben</translation>
    </message>
    <message>
        <source>Pictures stay, lenses change</source>
        <translation>Bilder bleiben, Optik nicht</translation>
    </message>
    <message>
        <source>What stays when the sensor changes</source>
        <translation>Was bleibt, wenn der Sensor wechselt</translation>
    </message>
    <message>
        <source>Change sensor</source>
        <translation>Sensor ändern</translation>
    </message>
    <message>
        <source>%1 mm</source>
        <translation>%1 mm</translation>
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
    <message>
        <source>Locked: renumbering leaves the name as it is. A name given by hand is locked.</source>
        <translation>Gesperrt: Neu nummerieren lässt den Namen, wie er ist. Ein von Hand vergebener Name ist gesperrt.</translation>
    </message>
    <message>
        <source>How long this panel stays. The shot gets longer or shorter; the other panels keep their time.</source>
        <translation>Wie lange dieses Panel steht. Die Einstellung wird länger oder kürzer; die anderen Panels behalten ihre Zeit.</translation>
    </message>
    <message>
        <source>This panel</source>
        <translation>Dieses Panel</translation>
    </message>
    <message>
        <source>Angle</source>
        <translation>Perspektive</translation>
    </message>
    <message>
        <source>%L1 mm</source>
        <translation>%L1 mm</translation>
    </message>
    <message>
        <source>Lens at the start of the shot. The framing stays; perspective and parallax of the moves change. A zoom keeps its ratio.</source>
        <translation>Brennweite am Anfang der Einstellung. Der Ausschnitt bleibt; Perspektive und Parallaxe der Bewegungen ändern sich. Ein Zoom behält sein Verhältnis.</translation>
    </message>
    <message>
        <source>Lens</source>
        <translation>Brennweite</translation>
    </message>
    <message>
        <source>Status</source>
        <translation>Status</translation>
    </message>
    <message>
        <source>Action: what happens</source>
        <translation>Handlung: was geschieht</translation>
    </message>
    <message>
        <source>Dialogue: what is said</source>
        <translation>Dialog: was gesagt wird</translation>
    </message>
    <message>
        <source>Lock number</source>
        <translation>Nummer sperren</translation>
    </message>
    <message>
        <source>Unlock number</source>
        <translation>Nummer freigeben</translation>
    </message>
    <message>
        <source>Change camera angle</source>
        <translation>Perspektive ändern</translation>
    </message>
    <message>
        <source>Change status</source>
        <translation>Status ändern</translation>
    </message>
    <message>
        <source>Change action</source>
        <translation>Handlung ändern</translation>
    </message>
    <message>
        <source>Change dialogue</source>
        <translation>Dialog ändern</translation>
    </message>
    <message>
        <source>Change hold</source>
        <translation>Standzeit ändern</translation>
    </message>
    <message>
        <source>Change lens</source>
        <translation>Brennweite ändern</translation>
    </message>
    <message>
        <source>%1 boards, changed together</source>
        <translation>%1 Panels, gemeinsam geändert</translation>
    </message>
</context>
<context>
    <name>dollygrip::ui::SpeedCurveField</name>
    <message>
        <source>Speed curve</source>
        <translation>Tempokurve</translation>
    </message>
    <message>
        <source>&lt;b&gt;Speed curve&lt;/b&gt;&lt;br&gt;Drag a point; double click adds one or takes it away. Steep is fast; below the line it goes back, above it goes beyond.</source>
        <translation>&lt;b&gt;Tempokurve&lt;/b&gt;&lt;br&gt;Einen Punkt ziehen; Doppelklick ergänzt oder entfernt einen. Steil ist schnell; unter der Linie geht es zurück, über ihr darüber hinaus.</translation>
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
    <name>dollygrip::ui::SwatchGrid</name>
    <message>
        <source>Drag colours here</source>
        <translation>Farben hierher ziehen</translation>
    </message>
    <message>
        <source>None yet</source>
        <translation>Noch keine</translation>
    </message>
    <message>
        <source>Take out of the palette</source>
        <translation>Aus der Palette nehmen</translation>
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
    <name>dollygrip::ui::TextKeys</name>
    <message>
        <source>Text on the paper</source>
        <translation>Text auf dem Blatt</translation>
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
    <message>
        <source>Drag to time it, its ends to trim it. With Alt: without snapping.</source>
        <translation>Ziehen ändert die Zeit, an den Enden die Dauer. Mit Alt: ohne Einrasten.</translation>
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
    <name>dollygrip::ui::TopView</name>
    <message>
        <source>truck %1 m, dolly %2 m</source>
        <translation>seitlich %1 m, Fahrt %2 m</translation>
    </message>
    <message>
        <source>pedestal %1 m, dolly %2 m</source>
        <translation>Hub %1 m, Fahrt %2 m</translation>
    </message>
    <message>
        <source>pan %1°</source>
        <translation>Schwenk %1°</translation>
    </message>
    <message>
        <source>tilt %1°</source>
        <translation>Neigen %1°</translation>
    </message>
    <message>
        <source>%1 m before the camera</source>
        <translation>%1 m vor der Kamera</translation>
    </message>
    <message>
        <source>Move “%1” in depth</source>
        <translation>„%1“ in der Tiefe verschieben</translation>
    </message>
    <message>
        <source>Move camera frame %1</source>
        <translation>Kamerarahmen %1 verschieben</translation>
    </message>
    <message>
        <source>Turn camera frame %1</source>
        <translation>Kamerarahmen %1 drehen</translation>
    </message>
    <message>
        <source>Layer</source>
        <translation>Ebene</translation>
    </message>
    <message>
        <source>%1   %2 m</source>
        <translation>%1   %2 m</translation>
    </message>
</context>
<context>
    <name>dollygrip::ui::TopViewPanel</name>
    <message>
        <source>Top</source>
        <translation>Oben</translation>
    </message>
    <message>
        <source>The set from above: truck, dolly and pan</source>
        <translation>Das Set von oben: Seitfahrt, Fahrt und Schwenk</translation>
    </message>
    <message>
        <source>Side</source>
        <translation>Seite</translation>
    </message>
    <message>
        <source>The set from its right side: pedestal, dolly and tilt</source>
        <translation>Das Set von rechts: Hub, Fahrt und Neigen</translation>
    </message>
    <message>
        <source>A sheet that is dragged away grows with its distance and fills the same
part of the picture. Off: it keeps its metres and looks smaller.</source>
        <translation>Ein weggezogenes Blatt wächst mit der Entfernung und füllt denselben
Teil des Bildes. Aus: Es behält seine Meter und sieht kleiner aus.</translation>
    </message>
    <message>
        <source>Everything in sight (F)</source>
        <translation>Alles im Blick (F)</translation>
    </message>
    <message>
        <source>Same size in the picture</source>
        <translation>Im Bild gleich groß</translation>
    </message>
</context>
<context>
    <name>dollygrip::ui::TransformBar</name>
    <message>
        <source>Turn by so many degrees</source>
        <translation>Um so viele Grad drehen</translation>
    </message>
    <message>
        <source>Size, in percent of what it was when you picked it</source>
        <translation>Größe in Prozent dessen, was sie beim Greifen war</translation>
    </message>
    <message>
        <source>Turn</source>
        <translation>Drehen</translation>
    </message>
    <message>
        <source>Size</source>
        <translation>Größe</translation>
    </message>
    <message>
        <source>Mirror left and right (H)</source>
        <translation>Waagerecht spiegeln (H)</translation>
    </message>
    <message>
        <source>Mirror top and bottom (Ctrl+Alt+H)</source>
        <translation>Senkrecht spiegeln (Strg+Alt+H)</translation>
    </message>
    <message>
        <source>Duplicate in place</source>
        <translation>An Ort und Stelle duplizieren</translation>
    </message>
    <message>
        <source>Delete (Del)</source>
        <translation>Löschen (Entf)</translation>
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
    <message>
        <source>Pin a reference picture</source>
        <translation>Referenzbild anheften</translation>
    </message>
    <message>
        <source>Pictures (*.png *.jpg *.jpeg *.tif *.tiff *.webp *.bmp);;All files (*)</source>
        <translation>Bilder (*.png *.jpg *.jpeg *.tif *.tiff *.webp *.bmp);;Alle Dateien (*)</translation>
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
