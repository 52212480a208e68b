import { z } from 'zod';
import { repositoryDirectory } from '../rules';
import { FIELD_MESSAGES } from './fieldMessages';
import { branchSchema, gitUrlSchema, objectNameSchema } from './fields';
import { MAX_REPOSITORIES } from './limits';

const DIRECTORY = /^(?!\.{1,2}$)(?!-)[A-Za-z0-9._-]{1,100}$/;

/** Whether a repository can be cloned into a directory of that name. */
export function isDirectoryName(name: string): boolean {
  return DIRECTORY.test(name);
}

/** One repository that a workspace clones. Its credential is named; where that lives is not said, so it is the team's. */
export const repositorySchema = z.strictObject({
  url: gitUrlSchema(FIELD_MESSAGES.repository.urlMissing),
  name: z
    .string()
    .regex(DIRECTORY, FIELD_MESSAGES.repository.directory)
    .optional(),
  branch: branchSchema.optional(),
  secretRef: z.strictObject({ name: objectNameSchema }).optional(),
});

/** The repositories of a workspace or template: each in a directory of its own. */
export const repositoriesSchema = z
  .array(repositorySchema)
  .max(MAX_REPOSITORIES, FIELD_MESSAGES.repository.tooMany)
  .superRefine((repositories, context) => {
    const seen = new Set<string>();
    repositories.forEach((repository, index) => {
      const directory = repositoryDirectory(repository);
      const report = (message: string) => {
        const path = [index, repository.name === undefined ? 'url' : 'name'];
        context.addIssue({ code: 'custom', path, message });
      };
      // `https://host/a/..` would be cloned over the directory above.
      if (!isDirectoryName(directory)) {
        report(FIELD_MESSAGES.repository.noDirectory);
      } else if (seen.has(directory)) {
        report(FIELD_MESSAGES.repository.directoryTaken);
      }
      seen.add(directory);
    });
  });
