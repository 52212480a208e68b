import { ProxiedSignInPage } from '@backstage/core-components';
import { configApiRef, useApi } from '@backstage/core-plugin-api';
import type { SignInPageProps } from '@backstage/plugin-app-react';
import { useState } from 'react';
import { PersonaChoice } from './PersonaChoice';
import {
  readPersonas,
  rememberedPersona,
  withPersonaSignOut,
} from './personas';
import { SignInFailed } from './SignInFailed';

/** Lets the person pick a persona, and signs in as it again after a reload of the tab. */
export function PersonaSignInPage({ onSignInSuccess }: SignInPageProps) {
  const personas = readPersonas(useApi(configApiRef));
  const [picked, setPicked] = useState(() => {
    const name = rememberedPersona.get();
    return personas.some(persona => persona.name === name) ? name : null;
  });

  const forget = () => {
    rememberedPersona.clear();
    setPicked(null);
  };
  const pick = (name: string) => {
    rememberedPersona.set(name);
    setPicked(name);
  };

  if (!picked) return <PersonaChoice personas={personas} onPick={pick} />;
  return (
    <ProxiedSignInPage
      provider="butlerPersonas"
      headers={{ 'x-butler-persona': picked }}
      onSignInSuccess={identity =>
        onSignInSuccess(
          withPersonaSignOut(identity, () => window.location.assign('/')),
        )
      }
      ErrorComponent={({ error }) => (
        <SignInFailed error={error} onBack={forget} />
      )}
    />
  );
}
