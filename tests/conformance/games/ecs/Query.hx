package ecs;

/** The entities that have all of some components and none of others, kept up to date by the world. **/
class Query {
	public var count(get, never):Int;

	final all:Mask;
	final none:Mask;
	final members:Array<Entity> = [];

	public function new(all:Mask, none:Mask) {
		this.all = all;
		this.none = none;
	}

	inline function get_count():Int {
		return members.length;
	}

	public function matches(mask:Mask):Bool {
		return mask.containsAll(all) && !mask.meets(none);
	}

	/** Called by the world when an entity's components have changed. **/
	public function update(entity:Entity, mask:Mask):Void {
		var place = members.indexOf(entity);
		switch [place >= 0, matches(mask)] {
			case [false, true]:
				members.push(entity);
			case [true, false]:
				members.splice(place, 1);
			case _:
		}
	}

	/** Over those that are there now; components may come and go meanwhile. **/
	public function iterator():Iterator<Entity> {
		return members.copy().iterator();
	}
}
