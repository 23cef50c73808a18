import { router } from '../trpc.ts';
import { devices } from './devices.ts';
import { ownData } from './own-data.ts';
import { profile } from './profile.ts';
import { recovery } from './recovery.ts';
import { setUp } from './set-up.ts';
import { signIn } from './sign-in.ts';

/** One's own account: nobody's id is ever taken from the client. */
export const account = router({ ...signIn, ...profile, ...recovery, ...devices, ...ownData, ...setUp });
