import { expect, it } from 'vitest';
import { fillShell } from './console.ts';
import { shellHeaders } from './headers.ts';

const html = `<meta name="base-path" content="" /><meta name="style-nonce" content="" />
<script src="./assets/theme-1.js"></script><link href="./assets/index-1.css">`;

it('tells the shell where it stands, below any BASE_PATH', () => {
  expect(
    fillShell(html, '/films', 'n0nce'),
  ).toBe(`<meta name="base-path" content="/films" /><meta name="style-nonce" content="n0nce" />
<script src="/films/admin/assets/theme-1.js"></script><link href="/films/admin/assets/index-1.css">`);
  expect(fillShell(html, '', 'n0nce')).toContain('"/admin/assets/index-1.css"');
});

it('runs only scripts of its own and stands in no frame', () => {
  const policy = shellHeaders('n0nce')['content-security-policy'];
  expect(policy).toContain("script-src 'self';");
  expect(policy).toContain("frame-ancestors 'none'");
  expect(policy).toContain("base-uri 'none'");
  expect(policy).not.toContain('unsafe');
});
