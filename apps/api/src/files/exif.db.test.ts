import sharp from 'sharp';
import { describe, expect, it } from 'vitest';
import { testApi } from '../testing/api.ts';
import { fileOf, picture, upload } from '../testing/upload.ts';

const api = await testApi();

describe('S66: what a camera wrote beside a picture', () => {
  const place = {
    IFD0: { Copyright: '<script>x()</script>', Artist: 'Somebody' },
    IFD3: { GPSLatitudeRef: 'N' },
  };
  const formats = { jpeg: 'jpeg', png: 'png', webp: 'webp', avif: 'avif' } as const;

  it.each(Object.keys(formats) as (keyof typeof formats)[])('is kept nowhere: %s', async (format) => {
    const sent = await picture(40, 20).withExif(place).withXmp('<x:xmpmeta/>')[format]().toBuffer();
    expect((await sharp(sent).metadata()).exif).toBeDefined();
    const { id, url, width, height } = fileOf(await upload(api, 'editor', { bytes: sent }));
    expect([width, height]).toEqual([40, 20]);
    const { item } = await api.as('editor').admin.files.get({ id });
    for (const address of [item.original, url, url.replace('.webp', '.avif')]) {
      const { rawPayload } = await api.app.inject({ url: address, headers: await api.cookieOf('editor') });
      const { exif, xmp, iptc } = await sharp(rawPayload).metadata();
      expect({ exif, xmp, iptc }, address).toEqual({});
      expect(rawPayload.includes('Somebody')).toBe(false);
    }
    // Sent again, it is recognized by what was sent.
    expect(fileOf(await upload(api, 'editor', { bytes: sent }))).toMatchObject({ id, known: true });
  });

  it('turns it as it should be seen', async () => {
    const sent = await picture(40, 20).jpeg().withMetadata({ orientation: 6 }).toBuffer();
    const { id, width, height } = fileOf(await upload(api, 'editor', { bytes: sent }));
    expect([width, height]).toEqual([20, 40]);
    const { item } = await api.as('editor').admin.files.get({ id });
    const { rawPayload } = await api.app.inject({
      url: item.original,
      headers: await api.cookieOf('editor'),
    });
    const { width: stored, orientation = 1 } = await sharp(rawPayload).metadata();
    expect([stored, orientation]).toEqual([20, 1]);
  });

  it('leaves bytes that have nothing of the kind as they are', async () => {
    const bytes = await picture().jpeg().toBuffer();
    const { id } = fileOf(await upload(api, 'editor', { bytes }));
    const { item } = await api.as('editor').admin.files.get({ id });
    const { rawPayload } = await api.app.inject({
      url: item.original,
      headers: await api.cookieOf('editor'),
    });
    expect(rawPayload.equals(bytes)).toBe(true);
  });
});
