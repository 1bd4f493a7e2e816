const microphone = [
  'M9 6a3 3 0 0 1 6 0v5a3 3 0 0 1-6 0z',
  'M5.5 11a6.5 6.5 0 0 0 13 0',
  'M12 17.5V21',
];

/** The page's drawings, as strokes in a field of 24 by 24. */
export const icons = {
  microphone,
  closed: [...microphone, 'M4 3.5l16 17'],
  ear: [
    'M10.5 9a5.25 5.25 0 0 1 10.5 0c0 2.6-1.3 3.8-2.4 5-1 1.1-1.2 2-1.5 3.2a3.35 3.35 0 0 1-6.6-.7z',
    'M13.8 10.2a2.4 2.4 0 0 1 3.9-1.8',
    'M7 7a7 7 0 0 0 0 8',
    'M3.6 5a11.5 11.5 0 0 0 0 12',
  ],
  silenced: ['M12 3.5a8.5 8.5 0 1 1 0 17 8.5 8.5 0 0 1 0-17z', 'M8 12h8'],
  next: ['M5 12h13', 'M13 6.5l5.5 5.5-5.5 5.5'],
  back: ['M19 12H6', 'M11 6.5L5.5 12l5.5 5.5'],
  pause: ['M9 6v12', 'M15 6v12'],
  play: ['M8 5.5v13l10-6.5z'],
  plus: ['M12 6v12', 'M6 12h12'],
  minus: ['M6 12h12'],
  leave: [
    'M10 4.5H6a1.5 1.5 0 0 0-1.5 1.5v12A1.5 1.5 0 0 0 6 19.5h4',
    'M10 12h10',
    'M16.5 8.5L20 12l-3.5 3.5',
  ],
  wish: ['M5 5.5h14v10.5h-8l-4.5 3.5V16H5z', 'M9 10.75h.01', 'M12 10.75h.01', 'M15 10.75h.01'],
  case: ['M6.5 17.5V6A1.5 1.5 0 0 1 8 4.5h9.5v15H8a1.5 1.5 0 0 1 0-3h9.5', 'M10.5 8.5h3.5'],
  check: ['M5 12.5l4.5 4.5L19 7.5'],
  copy: ['M9 9h10v10.5H9z', 'M15 9V4.5H5V15h4'],
  headphones: ['M4.5 17v-4.5a7.5 7.5 0 0 1 15 0V17', 'M4.5 14.5h3v5h-3z', 'M16.5 14.5h3v5h-3z'],
  sound: ['M5 7h8', 'M17 7h2', 'M13 4.5v5', 'M5 17h2', 'M11 17h8', 'M11 14.5v5'],
  soundless: ['M5 10v4h3l4 3.5v-11L8 10z', 'M16 10l4.5 4.5', 'M20.5 10L16 14.5'],
  up: ['M12 19V6', 'M6.5 11L12 5.5l5.5 5.5'],
  down: ['M12 5v13', 'M6.5 13l5.5 5.5 5.5-5.5'],
  remove: ['M7 7l10 10', 'M17 7L7 17'],
  more: ['M6 12h.01', 'M12 12h.01', 'M18 12h.01'],
} satisfies Record<string, string[]>;

export type IconName = keyof typeof icons;
