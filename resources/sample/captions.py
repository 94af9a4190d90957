"""What stands under the boards: angle, status, action and dialogue of each shot."""

SHOTS = {
    '1A': ('eye-level', 'approved', 'Snow. One lamp, one woman, one suitcase. Far off the last train crosses the viaduct.', ''),
    '1B': ('eye-level', 'clean', 'She searches the line, then the watch comes up.', 'WOMAN (low): One minute to ten.'),
    '1C': ('low', 'clean', 'The minute hand trembles and jumps to twelve.', ''),
    '2A': ('eye-level', 'approved', 'He runs, coat flying, the letter in his fist. Rail and lamps wipe past the lens.', ''),
    '2B': ('low', 'clean', 'Three steps at a time. Above him the station, behind its roof the steam.', 'MAN (out of breath): Wait!'),
    '3A': ('over-shoulder', 'approved', 'The engine fills the frame with light and steam. Her scarf leaps up in its wind. She does not move.', ''),
    '3B': ('eye-level', 'approved', 'She turns for the last time, and sees him. Dolly zoom: her face holds, the world goes away.', 'WOMAN (a breath): You came.'),
    '3C': ('eye-level', 'clean', 'They hold each other. Steam rolls past, the camera goes round.', ''),
    '3D': ('high', 'rough', 'The red lamps leave without them. Hold on the empty rails.', ''),
}
