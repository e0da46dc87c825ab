package ecs;

/** One thing that happens to entities in every step. **/
abstract class System {
	public final priority:Int;
	public var isEnabled = true;

	var world(default, null):World;

	public function new(priority = 0) {
		this.priority = priority;
	}

	/** Called once, when the system is added. **/
	public function start(world:World):Void {
		this.world = world;
	}

	abstract public function update(seconds:Float):Void;
}
