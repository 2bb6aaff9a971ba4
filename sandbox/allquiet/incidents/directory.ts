import type { AllQuietWorld, AqEntity, AqUser } from '../../world/allquiet-records.ts';
import type { ApiKey } from '../options.ts';
import { Problem } from '../problem.ts';

/** Looks up what requests name by id; an unknown id is a 400 that names the field. */
export class Directory {
  readonly #world: AllQuietWorld;

  constructor(world: AllQuietWorld) {
    this.#world = world;
  }

  get organization(): AqEntity {
    return this.#world.organization;
  }

  team(id: string, field: string, key: ApiKey): AqEntity {
    const team = this.teamsOf(key).find((each) => each.id === id);
    if (team === undefined) throw new Problem(400, `${field}: the key knows no team ${id}.`);
    return team;
  }

  /** The teams that a key is for. */
  teamsOf({ teamIds }: ApiKey): readonly AqEntity[] {
    return this.#world.teams.filter(({ id }) => teamIds === undefined || teamIds.includes(id));
  }

  user(id: string, field: string): AqUser {
    return found(this.#world.users, id, field, 'user');
  }

  service(id: string, field: string): AqEntity {
    return found(this.#world.services, id, field, 'service');
  }

  /** Whose personal token it is. */
  owner({ userId }: ApiKey): AqUser | undefined {
    return this.#world.users.find(({ id }) => id === userId);
  }

  /** Without an id the integration for incidents made by hand: the first. */
  integration(id: string | undefined): { readonly entity: AqEntity; readonly team: AqEntity | undefined } {
    const { integrations, teams } = this.#world;
    const known = id === undefined ? integrations[0] : integrations.find((each) => each.id === id);
    if (known === undefined) throw new Problem(400, `integrationId: there is no integration ${id ?? ''}.`);
    const { displayName, teamId } = known;
    return { entity: { id: known.id, displayName }, team: teams.find((team) => team.id === teamId) };
  }

  isOutbound(id: string): boolean {
    return this.#world.outboundIntegrations.some((each) => each.id === id);
  }
}

function found<T extends AqEntity>(list: readonly T[], id: string, field: string, kind: string): T {
  const known = list.find((each) => each.id === id);
  if (known === undefined) throw new Problem(400, `${field}: there is no ${kind} ${id}.`);
  return known;
}
