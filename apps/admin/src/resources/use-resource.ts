import type { ResourceName } from '../resource/api.ts';
import type { Resource } from '../resource/resource.ts';
import { useMe } from '../session/me.ts';
import { resources } from './registry.ts';

const isName = (name: string): name is ResourceName => Object.hasOwn(resources, name);

/** The resource of an address, if there is one and it is for whoever is signed in. */
export function useResource(name: string): Resource | null {
  const me = useMe();
  const resource = isName(name) ? resources[name] : null;
  return resource && (!resource.administrators || me?.role === 'admin') ? resource : null;
}
