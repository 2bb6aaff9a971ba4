import mark from './mark.svg';
import { Identity } from './Identity.jsx';
import { TokenField } from './TokenField.jsx';

export function IdentityBar({ session, problem }) {
  const { personas, loaded, active, message, activate } = session;
  const notice = message ?? problem;
  return (
    <header className="cg-bar">
      <div className="cg-row">
        <h1 className="cg-title">
          <img src={mark} alt="" width="26" height="26" />
          Casegraph
        </h1>
        {personas.length > 0 && <Personas personas={personas} active={active} activate={activate} />}
        {loaded && personas.length === 0 && <TokenField active={active} activate={activate} />}
      </div>
      {active !== null && <Identity active={active} description={descriptionOf(personas, active)} />}
      {notice && (
        <p className="cg-notice" role="alert">
          {notice}
        </p>
      )}
    </header>
  );
}

function Personas({ personas, active, activate }) {
  return (
    <div className="cg-personas" role="group" aria-label="Act as">
      <span className="cg-label" aria-hidden="true">
        Act as
      </span>
      {personas.map(({ name, description, token }) => (
        <button
          key={name}
          type="button"
          className="cg-persona"
          aria-pressed={active?.persona === name}
          title={description}
          onClick={() => activate({ persona: name, token })}
        >
          {name}
        </button>
      ))}
    </div>
  );
}

function descriptionOf(personas, active) {
  return personas.find(({ name }) => name === active.persona)?.description ?? '';
}
