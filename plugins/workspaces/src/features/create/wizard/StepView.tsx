import Stack from '@mui/material/Stack';
import type { Me, TeamMembership } from '@butler-portal/plugin-butler-common';
import { AccessStep } from '../access/AccessStep';
import { BasicsSection } from '../basics/BasicsSection';
import { CodeStep } from '../code/CodeStep';
import { ReviewStep } from '../review/ReviewStep';
import { SizeStep } from '../size/SizeStep';
import type { Attempt } from '../submit/attempt';
import type { Refuse } from '../submit/refusal';
import { MissingTemplate } from '../templates/MissingTemplate';
import { TemplateSection } from '../templates/TemplateSection';
import type { QuickCreate } from '../templates/TemplateSection';
import type { TemplateChoice } from '../templates/useTemplateChoice';
import type { TeamData } from '../useTeamData';
import type { Wizard } from './useWizard';

interface StepViewProps {
  wizard: Wizard;
  me: Me;
  teams: readonly TeamMembership[];
  data: TeamData;
  choice: TemplateChoice;
  quick: QuickCreate;
  onRepositoriesChange(): void;
  /** Puts what the backend refuses at its fields. */
  refuse: Refuse;
  /** The last content that was sent. */
  lastAttempt(): Attempt | undefined;
}

const NONE: readonly string[] = [];

/** The step that is shown, with what it needs. */
export function StepView(props: StepViewProps) {
  const { wizard, data, choice } = props;
  const missing = (
    <MissingTemplate templates={data.templates} chosen={choice.chosen} />
  );
  switch (wizard.step) {
    case 'template':
      return (
        <TemplateSection
          me={props.me}
          templates={data.templates}
          source={data.source}
          choice={choice}
          quick={props.quick}
        />
      );
    case 'basics':
      return (
        <Stack spacing={3}>
          {missing}
          <BasicsSection teams={props.teams} clusters={data.clusters} />
        </Stack>
      );
    case 'code':
      return (
        <CodeStep
          credentials={data.credentials ?? NONE}
          onRepositoriesChange={props.onRepositoriesChange}
        />
      );
    case 'size':
      return <SizeStep me={props.me} clusters={data.known?.clusters} />;
    case 'access':
      return (
        <AccessStep sshKeyCount={props.me.sshKeyCount} onShow={wizard.show} />
      );
    default:
      return (
        <Stack spacing={3}>
          {missing}
          <ReviewStep
            me={props.me}
            data={data}
            wizard={wizard}
            refuse={props.refuse}
            lastAttempt={props.lastAttempt}
          />
        </Stack>
      );
  }
}
