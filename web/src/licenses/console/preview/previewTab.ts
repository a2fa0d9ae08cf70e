/** What a preview shows, one at a time, in this order. */
export type PreviewTab = 'details' | 'why' | 'code' | 'devices' | 'states' | 'offline';
