import { fullName } from '@cinematheque/shared/names';
import { type PicturePlace, type PictureSource, pictureFor } from '@cinematheque/shared/picture';
import type { Image } from '@cinematheque/shared/refs';
import { refOf } from '@cinematheque/shared/slug';
import { linkOptions, useRouter } from '@tanstack/react-router';

/**
 * Where each record's page is, to be spread on a link: `<Link {...movieLink(movie)}>`. The router adds BASE_PATH; only
 * what is no page needs `useFileUrl`.
 */

interface Titled {
  id: number;
  title: string;
}
interface Named {
  id: number;
  name: string;
}
interface Person {
  id: number;
  firstName: string | null;
  lastName: string;
}

export const movieLink = ({ id, title }: Titled) =>
  linkOptions({ to: '/movies/$ref', params: { ref: refOf(id, title) } });

export const personLink = (person: Person) =>
  linkOptions({ to: '/people/$ref', params: { ref: refOf(person.id, fullName(person)) } });

export const directorLink = (director: Person) =>
  linkOptions({ to: '/directors/$ref', params: { ref: refOf(director.id, fullName(director)) } });

export const genreLink = ({ id, name }: Named) =>
  linkOptions({ to: '/genres/$ref', params: { ref: refOf(id, name) } });

export const countryLink = ({ id, name }: Named) =>
  linkOptions({ to: '/countries/$ref', params: { ref: refOf(id, name) } });

export const characterLink = ({ id, name }: Named) =>
  linkOptions({ to: '/characters/$ref', params: { ref: refOf(id, name) } });

/** The films of a year's decade. */
export const decadeLink = (year: number) =>
  linkOptions({ to: '/decades/$decade', params: { decade: String(year - (year % 10)) } });

/** The films of one year. */
export const yearLink = (year: number) => linkOptions({ to: '/movies', search: { year: String(year) } });

/** Gives the address of a file or of anything else that is no page of ours. */
export function useFileUrl(): (path: string) => string {
  const { basepath } = useRouter();
  return (path) => (basepath === '/' ? path : `${basepath}${path}`);
}

/** Gives what a component needs to show a picture in a place; null where there is no picture. */
export function usePicture(): (image: Image | null, place: PicturePlace) => PictureSource | null {
  const fileUrl = useFileUrl();
  return (image, place) => image && pictureFor(image, place, fileUrl(''));
}
