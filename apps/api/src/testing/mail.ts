import { once } from 'node:events';
import { SMTPServer } from 'smtp-server';
import { afterAll } from 'vitest';

/** A letter as it came. */
export interface Received {
  to: string[];
  subject: string;
  text: string;
  html: string;
  /** All of it, as it went over the wire. */
  raw: string;
}

/** A real mail server that keeps what it is given. Gone after the file. */
export async function mailServer() {
  const received: Received[] = [];
  const server = new SMTPServer({
    authOptional: true,
    disabledCommands: ['STARTTLS'],
    onData(stream, session, done) {
      const chunks: Buffer[] = [];
      stream.on('data', (chunk: Buffer) => chunks.push(chunk));
      stream.on('end', () => {
        const to = session.envelope.rcptTo.map(({ address }) => address);
        received.push({ to, ...read(Buffer.concat(chunks).toString()) });
        done();
      });
    },
  });
  const listening = server.listen(0, '127.0.0.1');
  await once(listening, 'listening');
  const address = listening.address();
  const port = typeof address === 'object' && address ? address.port : 0;
  afterAll(() => new Promise<void>((resolve) => server.close(() => resolve())));
  return { url: `smtp://127.0.0.1:${port}`, received };
}

/** A message of two parts, text and HTML, with long lines folded as quoted-printable. */
function read(raw: string): Omit<Received, 'to'> {
  const boundary = raw.match(/boundary="([^"]+)"/)?.[1] ?? '';
  const [head = '', text = '', html = ''] = raw.split(`--${boundary}`);
  const subject = head.match(/^Subject: (.*)$/m)?.[1]?.trim() ?? '';
  return { subject, text: bodyOf(text), html: bodyOf(html), raw };
}

function bodyOf(part: string): string {
  const [head = '', ...body] = part.split('\r\n\r\n');
  const text = body.join('\r\n\r\n');
  if (!/quoted-printable/i.test(head)) return text;
  const bytes = text
    .replaceAll('=\r\n', '')
    .replace(/=([0-9A-F]{2})/g, (_, hex: string) => String.fromCharCode(Number.parseInt(hex, 16)));
  return Buffer.from(bytes, 'latin1').toString();
}
