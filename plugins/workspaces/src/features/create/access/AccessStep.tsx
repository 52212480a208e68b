import Stack from '@mui/material/Stack';
import type { Step } from '../wizard/steps';
import { EnvPanel } from './env/EnvPanel';
import { KeysPanel } from './keys/KeysPanel';
import { NeovimPanel } from './neovim/NeovimPanel';

interface AccessStepProps {
  /** How many SSH keys the person's profile has. */
  sshKeyCount: number;
  onShow(step: Step): void;
}

/** Which environment the workspace copies, who can open it, and how its Neovim is set up. */
export function AccessStep({ sshKeyCount, onShow }: AccessStepProps) {
  return (
    <Stack spacing={3}>
      <EnvPanel onShowBasics={() => onShow('basics')} />
      <KeysPanel sshKeyCount={sshKeyCount} />
      <NeovimPanel />
    </Stack>
  );
}
