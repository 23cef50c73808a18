/** Which of a poster's inks a part of an emblem is printed in. */
export type EmblemInk = 'one' | 'two' | 'ground';

/** A sign cut from paper, drawn around (0, 0) from -50 to 50. */
export interface Emblem {
  name: string;
  moods: readonly string[];
  parts: readonly (readonly [EmblemInk, string])[];
}

function o(cx: number, cy: number, r: number): string {
  return `M${cx - r} ${cy}a${r} ${r} 0 1 0 ${2 * r} 0a${r} ${r} 0 1 0 ${-2 * r} 0z`;
}

const five = [0, 1, 2, 3, 4];

function star(r: number): string {
  const corner = (turn: number, reach: number) => {
    const angle = ((turn * 36 - 90) * Math.PI) / 180;
    return `${Math.round(reach * Math.cos(angle))} ${Math.round(reach * Math.sin(angle))}`;
  };
  return `M${five.map((i) => `${corner(i * 2, r)}L${corner(i * 2 + 1, r * 0.4)}`).join('L')}z`;
}

export const emblems: readonly [Emblem, ...Emblem[]] = [
  {
    name: 'heart',
    moods: ['romance', 'drama', 'music'],
    parts: [
      ['one', 'M0 42C-30 18-46 2-46-18A23 23 0 0 1 0-24A23 23 0 0 1 46-18C46 2 30 18 0 42z'],
      ['ground', 'M-2-28L-12-6L2 4L-6 30L13 0L-1-8L7-30z'],
    ],
  },
  {
    name: 'dagger',
    moods: ['crime', 'thriller', 'horror', 'fantasy'],
    parts: [
      ['two', 'M0 50L-9 36V-14H9V36z'],
      ['one', 'M0 50V-14H9V36z'],
      ['one', `M-24-14H24V-21H-24zM-5-21H5V-42H-5z${o(0, -44, 6)}`],
    ],
  },
  {
    name: 'key',
    moods: ['mystery', 'thriller', 'family'],
    parts: [
      ['one', `${o(0, -27, 21)}M-4-8H4V48H-4zM4 24H19V31H4zM4 38H15V45H4z`],
      ['ground', o(0, -27, 11)],
      ['two', o(0, -27, 5)],
    ],
  },
  {
    name: 'star',
    moods: ['western', 'war', 'action'],
    parts: [
      ['one', star(50)],
      ['two', star(27)],
      ['ground', o(0, 0, 5)],
    ],
  },
  {
    name: 'crown',
    moods: ['history', 'fantasy', 'drama'],
    parts: [
      ['one', 'M-44 24V-20L-22 2L0-32L22 2L44-20V24z'],
      ['two', `M-44 31H44V42H-44z${o(-44, -28, 6)}${o(0, -41, 6)}${o(44, -28, 6)}`],
    ],
  },
  {
    name: 'bird',
    moods: ['drama', 'foreign', 'adventure', 'documentary'],
    parts: [
      ['one', `M-40 0A36 36 0 0 0 32 0zM-36 2L-56-18L-44 12z${o(31, -7, 13)}`],
      ['two', 'M-16 6L2-46L24 6zM42-12L57-6L42 0z'],
      ['ground', o(34, -10, 3)],
    ],
  },
  {
    name: 'fish',
    moods: ['comedy', 'animation', 'adventure', 'foreign'],
    parts: [
      ['one', 'M-50 0Q-8-44 32 0Q-8 44-50 0zM20 0L48-24V24z'],
      ['two', 'M-8-21Q4 0-8 21L2 19Q13 0 2-19z'],
      ['ground', o(-30, -4, 4)],
    ],
  },
  {
    name: 'mask',
    moods: ['comedy', 'drama', 'music', 'mystery'],
    parts: [
      ['one', 'M-40-42H40V4A40 40 0 0 1-40 4z'],
      ['two', 'M0-42H40V4A40 40 0 0 1 0 44z'],
      ['ground', 'M-28-12A11 11 0 0 1-6-12zM6-12A11 11 0 0 1 28-12zM-21 8A21 21 0 0 0 21 8z'],
    ],
  },
  {
    name: 'reel',
    moods: ['documentary', 'tv movie', 'history'],
    parts: [
      ['one', o(0, 0, 48)],
      [
        'ground',
        five
          .map((i) => o(Math.round(28 * Math.sin(i * 1.2566)), Math.round(-28 * Math.cos(i * 1.2566)), 11))
          .join(''),
      ],
      ['two', o(0, 0, 7)],
    ],
  },
  {
    name: 'hourglass',
    moods: ['science fiction', 'drama', 'thriller', 'fantasy'],
    parts: [
      ['one', 'M-30-40H30L0 0zM-38-50H38V-42H-38zM-38 42H38V50H-38z'],
      ['two', 'M-30 40H30L0 0z'],
    ],
  },
  {
    name: 'hat',
    moods: ['comedy', 'crime', 'noir'],
    parts: [
      ['one', 'M-28 6V-12A28 28 0 0 1 28-12V6zM-50 6H50A50 10 0 0 1-50 6z'],
      ['two', 'M-28-4H28V5H-28z'],
      ['one', 'M0 30C-8 22-26 24-34 38C-20 43-8 41 0 34C8 41 20 43 34 38C26 24 8 22 0 30z'],
    ],
  },
  {
    name: 'window',
    moods: ['mystery', 'drama', 'noir', 'horror'],
    parts: [
      ['one', 'M-36-48H36V48H-36z'],
      ['ground', 'M-30-42H-3V-3H-30zM3-42H30V-3H3zM-30 3H-3V42H-30zM3 3H30V42H3z'],
      ['two', o(16, -22, 9)],
    ],
  },
  {
    name: 'rocket',
    moods: ['science fiction', 'adventure', 'animation'],
    parts: [
      ['two', 'M-18 0L-38 26V38L-18 24zM18 0L38 26V38L18 24zM-11 26H11L0 50z'],
      ['one', 'M0-50Q24-26 20 24H-20Q-24-26 0-50z'],
      ['ground', o(0, -12, 8)],
    ],
  },
  {
    name: 'candle',
    moods: ['horror', 'fantasy', 'mystery', 'history'],
    parts: [
      ['one', 'M-12-6H12V42H-12zM-34 42H34V49H-34z'],
      ['two', 'M0-50Q18-28 0-12Q-18-28 0-50z'],
    ],
  },
  {
    name: 'skull',
    moods: ['horror', 'thriller', 'action'],
    parts: [
      ['one', 'M-36-10A36 36 0 0 1 36-10Q36 12 21 18V42H-21V18Q-36 12-36-10z'],
      [
        'ground',
        `${o(-15, -8, 10)}${o(15, -8, 10)}M0 6L-5 16H5zM-10 28H-7V42H-10zM-1.5 28H1.5V42H-1.5zM7 28H10V42H7z`,
      ],
    ],
  },
  {
    name: 'ship',
    moods: ['adventure', 'history', 'war', 'family'],
    parts: [
      ['one', 'M-46 20H46L30 42H-30zM3-38V14H34z'],
      ['two', 'M-3-48V14H-40z'],
    ],
  },
  {
    name: 'cactus',
    moods: ['western', 'comedy', 'adventure'],
    parts: [
      ['two', o(0, -10, 40)],
      [
        'one',
        'M-9 50V-32A9 9 0 0 1 9-32V50zM-38-8A7 7 0 0 1-24-8V6H-9V20H-24Q-38 20-38 6zM38-22A7 7 0 0 0 24-22V-6H9V8H24Q38 8 38-6z',
      ],
    ],
  },
  {
    name: 'lips',
    moods: ['romance', 'comedy', 'music'],
    parts: [
      ['one', 'M-50 0Q-24-30-8-20Q0-13 8-20Q24-30 50 0Q24 34 0 34Q-24 34-50 0z'],
      ['ground', 'M-40 1Q-16-6 0-2Q16-6 40 1Q0 16-40 1z'],
    ],
  },
  {
    name: 'note',
    moods: ['music', 'animation', 'romance'],
    parts: [
      ['one', `M-22-40L32-50V18H25V-34L-15-26V30H-22z${o(-30, 30, 14)}`],
      ['two', o(18, 20, 14)],
    ],
  },
  {
    name: 'glass',
    moods: ['comedy', 'romance', 'noir', 'crime'],
    parts: [
      ['one', 'M-38-42H38L2 4V42H22V48H-22V42H-2V4z'],
      ['two', 'M-25-32H25L0-2z'],
      ['ground', o(8, -25, 5)],
    ],
  },
  {
    name: 'paw',
    moods: ['family', 'animation', 'adventure'],
    parts: [
      ['one', 'M0 2C18 2 32 22 28 36C24 47 11 40 0 40C-11 40-24 47-28 36C-32 22-18 2 0 2z'],
      ['two', `${o(-34, -2, 10)}${o(-13, -24, 12)}${o(13, -24, 12)}${o(34, -2, 10)}`],
    ],
  },
  {
    name: 'balloon',
    moods: ['family', 'adventure', 'animation', 'fantasy'],
    parts: [
      ['one', `${o(0, -18, 32)}M-15 10H15L8 34H-8z`],
      ['two', 'M0-50Q24-18 0 14Q-24-18 0-50zM-9 36H9V49H-9z'],
    ],
  },
  {
    name: 'helmet',
    moods: ['war', 'history', 'action'],
    parts: [
      ['one', 'M-42 12A42 46 0 0 1 42 12zM-50 12H50V20H-50z'],
      ['two', 'M-30 24H-24L-6 44H6L24 24H30L10 50H-10z'],
    ],
  },
  {
    name: 'book',
    moods: ['history', 'drama', 'documentary', 'fantasy'],
    parts: [
      ['one', 'M-48-32Q-22-42-2-28V38Q-22 26-48 36z'],
      ['two', 'M48-32Q22-42 2-28V38Q22 26 48 36z'],
    ],
  },
  {
    name: 'lens',
    moods: ['mystery', 'crime', 'documentary'],
    parts: [
      ['one', `${o(-8, -12, 34)}M10 18L18 10L48 40L40 48z`],
      ['ground', o(-8, -12, 25)],
      ['two', 'M-27-12A19 19 0 0 1-8-31V-26A14 14 0 0 0-22-12z'],
    ],
  },
  {
    name: 'drop',
    moods: ['thriller', 'horror', 'crime'],
    parts: [
      ['one', 'M0-50Q34 2 34 16A34 34 0 0 1-34 16Q-34 2 0-50z'],
      ['ground', 'M-22 16A22 22 0 0 0 0 38V32A16 16 0 0 1-16 16z'],
    ],
  },
];
