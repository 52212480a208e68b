import { createWorkspaceSchema } from '@butler-portal/plugin-butler-common';
import { refusalOf } from '../basics/clusterChoice';
import type { ClusterChoice } from '../basics/clusterChoice';
import { requestIssues } from '../../../components/specForm';
import type { FieldText } from '../../../components/specForm';
import { fieldOfPath } from './fieldPaths';
import { ownKeysOf, toCreateRequest } from './request';
import { valuesSchema } from './values';
import type { CreateValues } from './values';

/** What the form knows beyond its own fields, and the words for what is wrong with them. */
export interface FormKnowledge {
  /** Whether a workspace of that name is known in the team. */
  isTaken(team: string, name: string): boolean;
  /** The clusters of the team; empty while they are loading. */
  clusters: readonly ClusterChoice[];
  texts: {
    chooseTeam: string;
    chooseCluster: string;
    clusterTakesNone: string;
    clusterFull: string;
    nameTaken: string;
    ownKeyMissing: string;
    luaMissing: string;
    archiveMissing: string;
  };
  /** For what the request's own schema says. */
  fieldText: FieldText;
}

type Report = (path: (string | number)[], message: string) => void;

/** What the request's own schema says, said at the fields of the form. */
function checkRequest(
  values: CreateValues,
  { fieldText }: FormKnowledge,
  report: Report,
) {
  const request = toCreateRequest(values);
  requestIssues(createWorkspaceSchema, request, fieldOfPath, fieldText)
    // An empty cluster has words of its own below.
    .filter(({ path }) => path[0] !== 'cluster')
    .forEach(({ path, message }) => report(path, message));
}

function checkCluster(
  { cluster }: CreateValues,
  { clusters, texts }: FormKnowledge,
  report: Report,
) {
  if (!cluster) {
    report(['cluster'], texts.chooseCluster);
    return;
  }
  const choice = clusters.find(({ metadata }) => metadata.name === cluster);
  if (!choice) return;
  const refusal = refusalOf(choice);
  if (refusal) {
    report(
      ['cluster'],
      refusal === 'full' ? texts.clusterFull : texts.clusterTakesNone,
    );
  }
}

// The request only has what was given: that a chosen source has nothing in it is seen here.
function checkSources(
  { keys, neovim }: CreateValues,
  { texts }: FormKnowledge,
  report: Report,
) {
  if (keys.source === 'own' && ownKeysOf(keys).length === 0) {
    report(['keys', 'own'], texts.ownKeyMissing);
  }
  if (neovim.source === 'lua' && !neovim.lua.trim()) {
    report(['neovim', 'lua'], texts.luaMissing);
  }
  if (neovim.source === 'archive' && !neovim.archive) {
    report(['neovim', 'archive'], texts.archiveMissing);
  }
}

/**
 * The form's schema: the request's schema at the form's fields, and what only the form can know.
 * The backend checks all of it again.
 */
export function formSchema(knowledge: FormKnowledge) {
  return valuesSchema.superRefine((values, context) => {
    const report: Report = (path, message) =>
      context.addIssue({ code: 'custom', path, message });
    if (!values.team) report(['team'], knowledge.texts.chooseTeam);
    checkSources(values, knowledge, report);
    checkRequest(values, knowledge, report);
    if (knowledge.isTaken(values.team, values.name.trim())) {
      report(['name'], knowledge.texts.nameTaken);
    }
    checkCluster(values, knowledge, report);
  });
}
