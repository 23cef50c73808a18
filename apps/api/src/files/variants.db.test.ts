import { readdir } from 'node:fs/promises';
import { pictureWidths } from '@cinematheque/shared/picture';
import sharp from 'sharp';
import { expect, it, onTestFinished, vi } from 'vitest';
import { testApi } from '../testing/api.ts';
import { fileOf, upload } from '../testing/upload.ts';
import { variantsFolder } from './variants.ts';

const api = await testApi();
const { admin, movies } = api.as('editor');

let count = 0;
const next = () => {
  count += 1;
  return count;
};
/** A poster in four colors, so that a crop can be told; the same is never sent twice. */
async function poster(width = 800, height = 1200) {
  const quarter = (left: number, top: number, background: string) => ({
    input: { create: { width: width / 2, height: height / 2, channels: 3 as const, background } },
    ...{ left: (left * width) / 2, top: (top * height) / 2 },
  });
  const bytes = await sharp({ create: { width, height, channels: 3, background: 'red' } })
    .composite([quarter(1, 0, 'lime'), quarter(0, 1, 'blue'), quarter(1, 1, 'yellow')])
    .withExif({ IFD0: { ImageDescription: `Poster ${next()}` } })
    .jpeg()
    .toBuffer();
  const file = fileOf(await upload(api, 'editor', { bytes }));
  const movie = await api.rows.movie({ poster: file });
  return { ...file, movieId: movie.id };
}

async function get(url: string) {
  const response = await api.app.inject({ url });
  const image = response.statusCode === 200 ? await sharp(response.rawPayload).metadata() : null;
  return { ...response, rawPayload: response.rawPayload, image };
}

const at = (url: string, name: string) => url.replace(/[^/]+$/, name);

it('V23: comes in each width and format, never larger than the original', async () => {
  const { url } = await poster();
  for (const width of pictureWidths) {
    for (const format of ['avif', 'webp'] as const) {
      const { statusCode, headers, image } = await get(at(url, `${width}.${format}`));
      expect(statusCode).toBe(200);
      expect(headers['content-type']).toBe(`image/${format}`);
      expect(image).toMatchObject({
        width: Math.min(width, 800),
        format: format === 'avif' ? 'heif' : format,
      });
      expect(image?.height).toBe(Math.round(Math.min(width, 800) * 1.5));
    }
  }
  // What would be larger than the original is one picture.
  const hashes = (await readdir(variantsFolder(api.services.config), { recursive: true })).filter((name) =>
    name.endsWith('.avif'),
  );
  expect(hashes.map((name) => name.replace(/.*\//, '')).sort()).toEqual(
    pictureWidths
      .filter((width) => width <= 1024)
      .map((width) => `${width}.avif`)
      .sort(),
  );
});

/**
 * A poster as hard to keep small as a photograph: shades and detail of every size (each half as large is half as
 * strong, as in pictures of the world), the grain of film, and a title with sharp edges.
 */
async function photograph(): Promise<Buffer> {
  const [width, height] = [1000, 1500];
  const layer = async (grain: number, sigma: number) => {
    const size = { width: Math.ceil(width / grain), height: Math.ceil(height / grain) };
    const noise = sharp({
      create: { ...size, channels: 3, background: '#000', noise: { type: 'gaussian', mean: 128, sigma } },
    });
    return sharp(await noise.png().toBuffer())
      .resize(width, height, { fit: 'fill', kernel: 'cubic' })
      .png()
      .toBuffer();
  };
  const layers = [
    [250, 60],
    [90, 50],
    [30, 40],
    [10, 28],
    [4, 16],
    [2, 8],
    [1, 4],
  ] as const;
  const [ground, ...details] = await Promise.all(layers.map(([grain, sigma]) => layer(grain, sigma)));
  const title = `<svg xmlns="http://www.w3.org/2000/svg" width="${width}" height="${height}">
    <text x="60" y="1300" font-family="serif" font-size="150" fill="#f5efe0">LA BANDERA</text>
    <text x="60" y="1380" font-family="sans-serif" font-size="44" fill="#d23c1e">a film by Julien Duvivier, ${next()}</text></svg>`;
  const shaded = await sharp(ground)
    .composite(details.map((input) => ({ input, blend: 'soft-light' as const })))
    .png()
    .toBuffer();
  return sharp(shaded)
    .composite([{ input: Buffer.from(title) }])
    .jpeg({ quality: 92 })
    .toBuffer();
}

it('V23: a poster on a phone is 25 kB at most, in either format', async () => {
  const bytes = await photograph();
  // It is a hard one: the original has far more than a drawing of this size would.
  expect(bytes.length).toBeGreaterThan(250_000);
  const file = fileOf(await upload(api, 'editor', { bytes }));
  await api.rows.movie({ poster: file });
  // 42 percent of a phone 430 pixels wide, three to one, is the most that any page asks for.
  const onPhones = pictureWidths.filter((width) => width <= 512);
  for (const width of onPhones) {
    for (const format of ['avif', 'webp'] as const) {
      const { statusCode, rawPayload } = await get(at(file.url, `${width}.${format}`));
      expect(statusCode).toBe(200);
      expect(rawPayload.length, `${width}.${format}`).toBeLessThanOrEqual(25_000);
    }
  }
});

it('is made once, however many ask at once, and read from the disk afterwards', async () => {
  const { url } = await poster();
  const read = vi.spyOn(api.services.storage, 'read');
  onTestFinished(() => read.mockRestore());
  const answers = await Promise.all(Array.from({ length: 20 }, () => get(at(url, '384.avif'))));
  expect(new Set(answers.map(({ statusCode }) => statusCode))).toEqual(new Set([200]));
  expect(read).toHaveBeenCalledTimes(1);
  await get(at(url, '384.avif'));
  expect(read).toHaveBeenCalledTimes(1);
});

it('S64: malformed wishes cost nothing, and a good one among them is answered', async () => {
  const { url } = await poster();
  const read = vi.spyOn(api.services.storage, 'read');
  onTestFinished(() => read.mockRestore());
  const wrong = ['1e9', '-1', 'NaN', '385', '0'].map((width) => at(url, `${width}.webp`));
  const answers = await Promise.all(
    Array.from({ length: 200 }, (_, n) => get(n % 2 ? (wrong[n % 5] ?? '') : at(url, '384.svg'))),
  );
  expect(new Set(answers.map(({ statusCode }) => statusCode))).toEqual(new Set([400]));
  expect(read).not.toHaveBeenCalled();
  expect((await get(at(url, '384.webp'))).statusCode).toBe(200);
});

it('is not sent again to whoever has it', async () => {
  const { url } = await poster();
  const { headers } = await get(at(url, '96.webp'));
  const etag = String(headers.etag);
  const again = await api.app.inject({ url: at(url, '96.webp'), headers: { 'if-none-match': etag } });
  expect(again).toMatchObject({ statusCode: 304, payload: '' });
  expect(again.headers.etag).toBe(etag);
  const other = await api.app.inject({ url: at(url, '96.avif'), headers: { 'if-none-match': etag } });
  expect(other.statusCode).toBe(200);
});

it('E14: shows the part that was cut out, at a new address; the original stays', async () => {
  const { id, url, movieId } = await poster();
  const { item: before } = await admin.files.get({ id });
  const crop = { left: 400, top: 600, width: 400, height: 600 };
  const { item } = await admin.files.update({ id, data: { crop, focalPoint: { x: 500, y: 1200 } } });
  expect(item).toMatchObject({ width: 800, height: 1200, crop });
  const shown = (await movies.get({ id: movieId })).item.poster;
  expect(shown).toMatchObject({ id, width: 400, height: 600, focus: { x: 0.25, y: 1 } });
  expect(shown?.url).not.toBe(url);

  const { image, rawPayload } = await get(at(shown?.url ?? '', '1440.webp'));
  expect(image).toMatchObject({ width: 400, height: 600 });
  const [red = 0, green = 0, blue = 255] = await sharp(rawPayload).resize(1, 1).raw().toBuffer();
  expect([red > 200, green > 200, blue < 60], 'only the yellow quarter').toEqual([true, true, true]);

  const headers = await api.cookieOf('editor');
  const original = await api.app.inject({ url: item.original, headers });
  expect((await sharp(original.rawPayload).metadata()).width).toBe(800);
  // Taken back, it has its old address again.
  const { item: after } = await admin.files.update({ id, data: { crop: null, focalPoint: null } });
  expect(after.url).toBe(before.url);
});

it('refuses a crop that reaches beyond the picture', async () => {
  const { id } = await poster();
  for (const crop of [
    { left: 401, top: 0, width: 400, height: 10 },
    { left: 0, top: 1200, width: 1, height: 1 },
    { left: 0, top: 0, width: 801, height: 1 },
  ]) {
    expect(await api.call('editor', 'admin.files.update', { id, data: { crop } })).toMatchObject({
      status: 400,
      fields: { crop: expect.any(String) },
    });
  }
  expect(
    await api.call('editor', 'admin.files.update', { id, data: { focalPoint: { x: 801, y: 0 } } }),
  ).toMatchObject({ status: 400, fields: { focalPoint: expect.any(String) } });
});

it('has its color before it has loaded', async () => {
  const bytes = await sharp({ create: { width: 90, height: 90, channels: 3, background: '#336699' } })
    .png()
    .toBuffer();
  const { picture } = fileOf(await upload(api, 'editor', { bytes }));
  expect(picture.color).toBe('#336699');
});
