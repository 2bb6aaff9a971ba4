import { allowMethods, ok } from './call.ts';
import type { Call, Reply } from './call.ts';
import { collectionResource } from './collections.ts';
import { batchResource, compositeResource } from './composite.ts';
import { limitsAnswer } from './limits.ts';
import { queryResource } from './query.ts';
import { RestError, notFound } from './rest-error.ts';
import { searchResource } from './search.ts';
import { sobjectsResource } from './sobjects.ts';
import { resourceMap } from './versions.ts';

/** Answers a call to a versioned resource; a refusal is an answer as well. */
export function route(call: Call): Reply {
  try {
    return resource(call);
  } catch (error) {
    if (!(error instanceof RestError)) throw error;
    return { status: error.status, body: error.body };
  }
}

const identityOf = ({ origin, org, session }: Call): string => `${origin}/id/${org.id}/${session.userId}`;

function resource(call: Call): Reply {
  const [first, second, third, ...rest] = call.path;
  switch (first) {
    case undefined:
      allowMethods(call, 'GET');
      return ok(resourceMap(call.version, identityOf(call)));
    case 'query':
    case 'queryAll':
      return queryResource(call, first === 'queryAll');
    case 'sobjects':
      return sobjectsResource(call);
    case 'limits':
      allowMethods(call, 'GET');
      return ok(limitsAnswer(call.org.usage));
    case 'search':
      return searchResource(call);
    case 'composite':
      if (second === undefined) return compositeResource(call, route);
      if (second === 'batch' && third === undefined) return batchResource(call, route);
      if (second === 'sobjects' && third !== undefined && rest.length === 0)
        return collectionResource(call, third);
      throw notFound();
    default:
      throw notFound();
  }
}
