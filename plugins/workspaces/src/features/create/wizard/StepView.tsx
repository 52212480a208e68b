import type { Me, TeamMembership } from '@butler-portal/plugin-butler-common';
import { AccessStep } from '../access/AccessStep';
import { BasicsSection } from '../basics/BasicsSection';
import { CodeStep } from '../code/CodeStep';
import { ReviewStep } from '../review/ReviewStep';
import { SizeStep } from '../size/SizeStep';
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
}

/** The step that is shown, with what it needs. */
export function StepView(props: StepViewProps) {
  const { wizard, data } = props;
  switch (wizard.step) {
    case 'template':
      return (
        <TemplateSection
          templates={data.templates}
          choice={props.choice}
          quick={props.quick}
        />
      );
    case 'basics':
      return <BasicsSection teams={props.teams} clusters={data.clusters} />;
    case 'code':
      return (
        <CodeStep
          credentials={data.credentials}
          onRepositoriesChange={props.onRepositoriesChange}
        />
      );
    case 'size':
      return <SizeStep clusters={data.known?.clusters} />;
    case 'access':
      return (
        <AccessStep sshKeyCount={props.me.sshKeyCount} onShow={wizard.show} />
      );
    default:
      return (
        <ReviewStep
          template={data.known?.template?.spec.displayName}
          problems={wizard.problems}
          onShow={wizard.show}
          onShowField={wizard.showField}
        />
      );
  }
}
