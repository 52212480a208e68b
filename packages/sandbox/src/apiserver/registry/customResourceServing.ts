import { Store } from '../storage/store';
import { KubeObject } from '../types';
import { CUSTOM_RESOURCE_DEFINITIONS, definitionOf } from './customResources';
import { Registry } from './registry';
import { resourceId } from './resourceDefinition';

/** Serves what the stored CustomResourceDefinitions say, as they come and go. */
export class CustomResourceServing {
  constructor(
    private readonly store: Store,
    private readonly registry: Registry,
  ) {}

  start(): void {
    const id = resourceId(CUSTOM_RESOURCE_DEFINITIONS);
    this.store
      .collection(id)
      .list()
      .forEach(manifest => this.serve(manifest));
    this.store.subscribe(id, event => {
      if (event.type === 'DELETED') this.withdraw(event.object);
      else this.serve(event.object);
    });
  }

  private serve(manifest: KubeObject): void {
    const definition = definitionOf(manifest);
    this.registry.register(definition);
    this.store.collection(resourceId(definition));
  }

  /** The objects of a kind go with the kind; those who watch them see it. */
  private withdraw(manifest: KubeObject): void {
    const id = resourceId(definitionOf(manifest));
    for (const object of this.store.collection(id).list()) {
      this.store.remove(id, object.metadata);
    }
    this.store.drop(id);
    this.registry.unregister(id);
  }
}
