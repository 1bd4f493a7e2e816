export * from './after';
export * from './now';
export * from './prompts';
export * from './together';
export * from './tools';
