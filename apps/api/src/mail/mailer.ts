import { createTransport } from 'nodemailer';
import type { Config } from '../config.ts';
import type { Mailer } from '../context.ts';

/** A server that does not answer is given up after this many milliseconds. */
const PATIENCE = 10_000;

/** The mail server of SMTP_URL. A letter that cannot be sent is told to whoever runs the server, not to the visitor. */
export function createMailer({ url, from }: NonNullable<Config['mail']>): Mailer {
  const transport = createTransport({
    url,
    connectionTimeout: PATIENCE,
    greetingTimeout: PATIENCE,
    socketTimeout: PATIENCE,
    // A letter is its text: nothing in it may name a file or an address to read.
    disableFileAccess: true,
    disableUrlAccess: true,
  });
  const underWay = new Set<Promise<void>>();
  return {
    send(letter) {
      const sent: Promise<void> = letter()
        .then(async (found) => {
          if (found) await transport.sendMail({ from: { name: 'Cinematheque', address: from }, ...found });
        })
        .catch((reason: unknown) => {
          console.error(`A letter could not be sent: ${reason instanceof Error ? reason.message : reason}`);
        })
        .finally(() => underWay.delete(sent));
      underWay.add(sent);
    },
    async idle() {
      await Promise.all(underWay);
    },
  };
}
