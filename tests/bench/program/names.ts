/** Words that games are made of. */
export const NOUNS = [
  "Armor", "Arrow", "Banner", "Barrel", "Beacon", "Blade", "Bridge", "Camera", "Castle", "Chest", "Cloud", "Coin",
  "Crate", "Crystal", "Door", "Dragon", "Engine", "Farm", "Flame", "Forge", "Gate", "Ghost", "Golem", "Guard",
  "Hammer", "Harbor", "Helmet", "Inn", "Island", "Key", "Knight", "Ladder", "Lantern", "Lever", "Market", "Merchant",
  "Meteor", "Mill", "Mine", "Mirror", "Node", "Orb", "Path", "Planet", "Portal", "Potion", "Quest", "Raft",
  "Relic", "Ring", "River", "Rocket", "Rune", "Scroll", "Shield", "Ship", "Spell", "Spider", "Storm", "Sword",
  "Temple", "Tower", "Trap", "Treasure", "Tree", "Tunnel", "Turret", "Vault", "Village", "Wagon", "Well", "Wizard",
] as const;

export const QUALITIES = [
  "amount", "angle", "armor", "balance", "charge", "cooldown", "damage", "delay", "density", "depth", "energy",
  "fuel", "gold", "growth", "heat", "height", "level", "limit", "luck", "mana", "mass", "power", "pressure",
  "range", "rate", "score", "shade", "size", "speed", "spin", "stamina", "strength", "supply", "value", "weight", "width",
] as const;

export const VERBS = [
  "absorb", "adjust", "advance", "apply", "attach", "balance", "blend", "build", "charge", "clamp", "collect",
  "compare", "consume", "damp", "deliver", "drain", "estimate", "exchange", "gather", "harvest", "launch", "measure",
  "mend", "merge", "move", "plan", "predict", "queue", "recover", "refresh", "release", "repair", "resolve", "rotate",
  "scale", "search", "select", "settle", "shift", "shuffle", "spend", "spread", "steer", "store", "trade", "update", "upgrade",
] as const;

export function capitalised(word: string): string {
  return word.charAt(0).toUpperCase() + word.slice(1);
}
