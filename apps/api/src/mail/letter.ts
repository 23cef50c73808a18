import type { Letter } from '../context.ts';

export interface LetterText {
  to: string;
  subject: string;
  paragraphs: string[];
  /** The one thing to do. */
  action?: { label: string; url: string };
  /** What to know about the letter itself: how long its link holds, what to do when it was not asked for. */
  closing: string[];
}

/** Sets a letter, as plain text and as HTML that every mail program shows: no picture, nothing to fetch. */
export function setLetter({ to, subject, paragraphs, action, closing }: LetterText): Letter {
  const text = [
    ...paragraphs,
    ...(action ? [`${action.label}:\n${action.url}`] : []),
    ...closing,
    '-- \nCinematheque',
  ].join('\n\n');
  const html = `<!doctype html>
<html lang="en">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width">
<meta name="color-scheme" content="light dark">
<title>${escaped(subject)}</title>
</head>
<body style="margin:0;padding:32px 16px;background:#f6f1e6;color:#1d1914;font:16px/1.55 Georgia,'Times New Roman',serif">
<div style="max-width:520px;margin:0 auto">
<p style="margin:0 0 24px;padding:0 0 12px;border-bottom:1px solid #d9cfbc;font-size:20px">Cinematheque</p>
<h1 style="margin:0 0 16px;font-size:26px;line-height:1.2;font-weight:500">${escaped(subject)}</h1>
${paragraphs.map((line) => `<p style="margin:0 0 16px">${escaped(line)}</p>`).join('\n')}
${action ? button(action) : ''}
${closing.map((line) => `<p style="margin:0 0 8px;color:#564d42;font-size:14px">${escaped(line)}</p>`).join('\n')}
</div>
</body>
</html>`;
  return { to, subject, text, html };
}

/** The link as a button, and once more as text, for whoever wants to see where it leads. */
const button = ({ label, url }: { label: string; url: string }) =>
  `<p style="margin:24px 0 12px"><a href="${escaped(url)}" style="display:inline-block;padding:12px 20px;background:#1d1914;color:#f6f1e6;border-radius:3px;font-weight:600;text-decoration:none">${escaped(label)}</a></p>
<p style="margin:0 0 24px;color:#564d42;font-size:14px;word-break:break-all">${escaped(url)}</p>`;

const entities: Record<string, string> = { '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;' };
const escaped = (text: string) => text.replace(/[&<>"]/g, (letter) => entities[letter] ?? letter);
