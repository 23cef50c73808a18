import { afterEach, expect, test } from 'vitest';
import { pressed, register, type Shortcut, shortcuts } from './registry.ts';

const nobody = { typing: false, dialog: false, singleKeys: true };
const press = (key: string, mod = false) => ({ key, ctrlKey: mod, metaKey: false, altKey: false });
const shortcut = (keys: string, more: Partial<Shortcut> = {}): Shortcut => ({
  ...{ keys, label: keys, group: 'Everywhere', run: () => {} },
  ...more,
});
let leave = () => {};
const have = (...list: Shortcut[]) => {
  leave = register(list);
};
afterEach(() => leave());

test('a key is told by itself, with Ctrl, and after another', () => {
  have(shortcut('n'), shortcut('Mod+K'), shortcut('g m'), shortcut('m'));
  expect(pressed(press('n'), nobody, 0)?.keys).toBe('n');
  expect(pressed(press('n', true), nobody, 0)).toBeNull();
  expect(pressed(press('k', true), nobody, 0)?.keys).toBe('Mod+K');
  expect(pressed(press('g'), nobody, 0)).toBeNull();
  expect(pressed(press('m'), nobody, 1_000)?.keys).toBe('g m');
  pressed(press('g'), nobody, 0);
  expect(pressed(press('m'), nobody, 2_000)?.keys).toBe('m');
});

test('whoever types, or has switched single keys off, types', () => {
  have(shortcut('n'), shortcut('Mod+K'));
  for (const situation of [
    { ...nobody, typing: true },
    { ...nobody, singleKeys: false },
  ]) {
    expect(pressed(press('n'), situation, 0)).toBeNull();
    expect(pressed(press('k', true), situation, 0)?.keys).toBe('Mod+K');
  }
});

test('a dialog keeps the page’s keys from it, but for its own', () => {
  have(shortcut('n'), shortcut('j', { inDialog: true }));
  expect(pressed(press('n'), { ...nobody, dialog: true }, 0)).toBeNull();
  expect(pressed(press('j'), { ...nobody, dialog: true }, 0)?.keys).toBe('j');
});

test('the newest of the same keys goes first, and both stand once in the sheet', () => {
  have(shortcut('n', { label: 'old' }));
  const away = register([shortcut('n', { label: 'new' })]);
  expect(shortcuts().map(({ label }) => label)).toEqual(['new']);
  away();
  expect(pressed(press('n'), nobody, 0)?.label).toBe('old');
});
