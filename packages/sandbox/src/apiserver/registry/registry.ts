import { ResourceDefinition, resourceId } from './resourceDefinition';

/** The resources that an API server serves at the moment. */
export class Registry {
  private readonly definitions = new Map<string, ResourceDefinition>();

  register(definition: ResourceDefinition): void {
    this.definitions.set(resourceId(definition), definition);
  }

  unregister(id: string): void {
    this.definitions.delete(id);
  }

  all(): ResourceDefinition[] {
    return [...this.definitions.values()];
  }

  /** The resource behind a path's group, version and plural name. */
  find(
    group: string,
    version: string,
    plural: string,
  ): ResourceDefinition | undefined {
    const found = this.definitions.get(resourceId({ group, plural }));
    return found?.version === version ? found : undefined;
  }

  /** The resource of a plural name, whatever its group; throws when there is none. */
  byPlural(plural: string): ResourceDefinition {
    const found = this.all().find(
      definition =>
        definition.plural === plural || resourceId(definition) === plural,
    );
    if (!found) {
      throw new Error(
        `the sandbox serves no resource "${plural}"; there are: ${this.all()
          .map(definition => definition.plural)
          .join(', ')}`,
      );
    }
    return found;
  }
}
