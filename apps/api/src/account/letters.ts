import type { Letter } from '../context.ts';
import { setLetter } from '../mail/letter.ts';

/** What the server writes to people, each about an account of theirs. */

interface Account {
  email: string;
  username: string;
}

const notYou = 'If this was not you, no harm is done: leave the letter as it is.';

export const verifyLetter = ({ email, username }: Account, url: string): Letter =>
  setLetter({
    to: email,
    subject: 'Confirm your e-mail address',
    paragraphs: [`Somebody, hopefully you, made the account ${username} with this address.`],
    action: { label: 'Confirm this address', url },
    closing: ['The link holds for a day.', notYou],
  });

/** To whoever makes a second account with his address: the page itself does not say that there is one. */
export const alreadyLetter = ({ email, username }: Account, signInUrl: string): Letter =>
  setLetter({
    to: email,
    subject: 'You have an account already',
    paragraphs: [
      `Somebody, hopefully you, tried to make an account with this address. It belongs to ${username} already, so nothing was made.`,
      'If you do not remember the password, ask for a new one where you sign in.',
    ],
    action: { label: 'Sign in', url: signInUrl },
    closing: [notYou],
  });

export const resetLetter = ({ email, username }: Account, url: string): Letter =>
  setLetter({
    to: email,
    subject: 'Choose a new password',
    paragraphs: [`Somebody, hopefully you, asked for a new password for the account ${username}.`],
    action: { label: 'Choose a new password', url },
    closing: ['The link holds for an hour, and works once.', notYou],
  });

export const passwordChangedLetter = ({ email, username }: Account, resetUrl: string): Letter =>
  setLetter({
    to: email,
    subject: 'Your password was changed',
    paragraphs: [`The account ${username} has a new password, and is signed out everywhere else.`],
    closing: [`If this was not you, choose a new password now: ${resetUrl}`],
  });

/** To the address that the account had before. */
export const addressChangedLetter = ({ email, username }: Account): Letter =>
  setLetter({
    to: email,
    subject: 'Your account has another e-mail address',
    paragraphs: [`The account ${username} was given another address; this is the last letter to this one.`],
    closing: ['If this was not you, tell an administrator of the catalog.'],
  });
