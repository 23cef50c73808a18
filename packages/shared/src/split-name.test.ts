import { describe, expect, it } from 'vitest';
import { splitName } from './split-name.ts';

describe('splitName', () => {
  it.each([
    ['Jean Gabin', 'Jean', 'Gabin'],
    ['Costa-Gavras', null, 'Costa-Gavras'],
    ['Samuel L. Jackson', 'Samuel L.', 'Jackson'],
    ['Robert De Niro', 'Robert', 'De Niro'],
    ['Guillermo del Toro', 'Guillermo', 'del Toro'],
    ['Jean-Claude Van Damme', 'Jean-Claude', 'Van Damme'],
    ['Florian Henckel von Donnersmarck', 'Florian Henckel', 'von Donnersmarck'],
    ['Óscar de la Hoya', 'Óscar', 'de la Hoya'],
    ['Robert Downey Jr.', 'Robert', 'Downey Jr.'],
    ['Harry Connick, Jr.', 'Harry', 'Connick, Jr.'],
    ['Johnny De La Cruz III', 'Johnny', 'De La Cruz III'],
    ['Van Johnson', 'Van', 'Johnson'],
    ['Al Pacino', 'Al', 'Pacino'],
    ['The Rock', 'The', 'Rock'],
    ['Cedric the Entertainer', 'Cedric', 'the Entertainer'],
    ['宮崎駿', null, '宮崎駿'],
    ['  Jean   Gabin ', 'Jean', 'Gabin'],
  ])('parts %s', (name, firstName, lastName) => {
    expect(splitName(name)).toEqual({ firstName, lastName });
  });
});
