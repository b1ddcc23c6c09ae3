/** The operations of a resource's lifecycle, each a kind of relationship, in the order in which they are written ("Resource lifecycle"). */
export const lifecycles = ["put", "create", "read", "update", "delete", "list"] as const;
