import { createFileRoute, redirect } from '@tanstack/react-router';

/** The films are what an editor comes for. */
export const Route = createFileRoute('/')({
  beforeLoad: () => {
    throw redirect({ to: '/$resource', params: { resource: 'movies' } });
  },
});
