import { expect, test } from 'vitest';
import { refusalOf, typeOfBytes } from './check.ts';

const bytes = (text: string) => Uint8Array.from(text, (letter) => letter.charCodeAt(0));

test.each([
  ['\xff\xd8\xff\xe0..JFIF', 'image/jpeg'],
  ['\x89PNG\r\n\x1a\n....IHDR', 'image/png'],
  ['RIFF....WEBPVP8 ', 'image/webp'],
  ['....ftypavif....mif1', 'image/avif'],
  ['....ftypmif1....avif', 'image/avif'],
  ['....ftypheic....heic', null],
  ['<svg xmlns="http://www.w3.org/2000/svg">', null],
  ['GIF89a', null],
  ['', null],
])('a type is what the bytes say: %j', (text, type) => {
  expect(typeOfBytes(bytes(text))).toBe(type);
});

test('what is too large or no picture is not even sent', async () => {
  expect(await refusalOf(new Blob([new Uint8Array(40 * 1024 * 1024)]))).toBe(
    'This file has 40 MB: at most 20 MB',
  );
  expect(await refusalOf(new Blob(['just words'], { type: 'image/png' }))).toMatch(/^This is not a picture/);
});
