/** What titles, parts and descriptions of the synthetic catalog are put together from. */

const list = (words: string) => words.split(' ');

export const adjectives = list(
  'Silent Crimson Last Hidden Broken Eternal Lost Golden Dark Distant Frozen Burning Secret Final Hollow Midnight Electric Savage Gentle Forgotten Invisible Wild Ancient Restless Scarlet Velvet Bitter Lonely Shattered Infinite Northern Fallen Glass Iron Paper Stolen Sacred Wandering Quiet Endless Pale Crooked Blue Second Unwritten Small Hungry Honest Borrowed Perfect Foreign Careless Summer Winter Yellow Long Loud Patient Sleeping Empty Green Seventh',
);

export const nouns = list(
  'Horizon Garden River Empire Shadow Promise Winter Station Harbor Dream Voyage Kingdom Witness Letter Mirror Island Dragon Symphony Frontier Orchard Labyrinth Tempest Lantern Cathedral Desert Avenue Machine Carnival Hunter Daughter Stranger Sparrow Thunder Passage Ember Summit Circus Protocol Paradise Reckoning Bridge Window Captain Widow Thief Train Orphan Waltz Fever Season Ghost Soldier Tailor Doctor Wedding Funeral Inheritance Alibi Verdict Lighthouse Ferry Balcony Staircase Photograph Piano Violin Rooftop Market Border Village Highway Ocean Forest Storm Flame Secret Silence Mother Father Brother Sister Neighbor Gambler Pilot Painter Dancer Poet Nurse Baker Sailor Clown King',
);

export const places = list(
  'Tokyo Paris Berlin Havana Lagos Oslo Cairo Lisbon Prague Mumbai Seoul Vienna Dublin Naples Odessa Kyoto Santiago Montreal Athens Istanbul Warsaw Budapest Casablanca Nairobi Beirut Tehran Buenos\u00a0Aires Marseille Glasgow Hamburg Venice Seville Helsinki Reykjavík Shanghai Taipei Manila Jakarta Bogotá Lima Kansas Nevada Alaska Brooklyn Chicago Memphis Boston Tangier Trieste Porto',
).map((place) => place.replace('\u00a0', ' '));

export const callings = list(
  'detective teacher surgeon fisherman pianist smuggler lawyer widow soldier journalist farmer clockmaker boxer nurse student priest translator gambler photographer locksmith actress taxi\u00a0driver',
).map((calling) => calling.replace('\u00a0', ' '));

export const events = [
  'must choose between the truth and the family',
  'finds a letter that was never meant to arrive',
  'comes home and finds that nobody remembers',
  'is asked to do one last job',
  'falls in love at the worst possible time',
  'takes in a child who does not speak',
  'is mistaken for somebody who has disappeared',
  'goes looking for a brother and finds a city at war',
  'inherits a house that the whole village wants',
  'has one night to undo a mistake',
  'crosses the mountains with a stranger',
  'begins to doubt what the witnesses saw',
  'learns to dance, to lie and to leave',
  'opens a small cinema against all advice',
];

/** Parts that have no name of their own. */
export const bitParts = [
  'Waiter',
  'Waitress',
  'Police Officer',
  'Nurse',
  'Bartender',
  'Reporter',
  'Neighbor',
  'Taxi Driver',
  'Shopkeeper',
  'Receptionist',
  'Soldier',
  'Judge',
  'Bus Passenger',
  'Wedding Guest',
  'Doorman',
  'Dancer',
  'Priest',
  'Teacher',
  'Landlady',
  'Messenger',
];

export const titles = list(
  'Dr. Captain Professor Inspector Mr. Mrs. Aunt Uncle Father Sister Detective Colonel',
);

/** Genres, and the share of films that has each. */
export const genres: [name: string, share: number][] = [
  ['Drama', 26],
  ['Comedy', 18],
  ['Thriller', 11],
  ['Action', 9],
  ['Romance', 9],
  ['Crime', 6],
  ['Documentary', 5],
  ['Horror', 5],
  ['Adventure', 5],
  ['Family', 4],
  ['Science Fiction', 4],
  ['Animation', 3],
  ['Fantasy', 3],
  ['Mystery', 3],
  ['History', 2],
  ['Music', 2],
  ['War', 2],
  ['Western', 1],
];
