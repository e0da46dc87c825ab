import ecs.ComponentType;
import ecs.Entity;
import ecs.Query;
import ecs.System;
import ecs.World;

using SpaceBattle.VectorTools;

typedef Vector = {
	var x:Float;
	var y:Float;
}

enum abstract Team(String) to String {
	var Red = "red";
	var Blue = "blue";

	public static function opponentOf(team:Team):Team {
		return switch (team) {
			case Red: Blue;
			case Blue: Red;
		}
	}
}

@:structInit class Weapon {
	public final damage:Int;
	public final range:Float;
	public final cooldown:Float;
	public var wait:Float = 0.0;
}

class Health {
	public final most:Int;
	public var left(default, set):Int;
	public var isGone(get, never):Bool;

	public function new(most:Int) {
		this.most = most;
		left = most;
	}

	function set_left(value:Int):Int {
		return left = value < 0 ? 0 : value > most ? most : value;
	}

	inline function get_isGone():Bool {
		return left == 0;
	}
}

class VectorTools {
	public static inline function minus(left:Vector, right:Vector):Vector {
		return {x: left.x - right.x, y: left.y - right.y};
	}

	public static inline function length(vector:Vector):Float {
		return Math.sqrt(vector.x * vector.x + vector.y * vector.y);
	}

	public static function scaledTo(vector:Vector, wanted:Float):Vector {
		var length = vector.length();
		return length == 0.0 ? {x: 0.0, y: 0.0} : {x: vector.x / length * wanted, y: vector.y / length * wanted};
	}

	public static function show(vector:Vector):String {
		return '(${Math.round(vector.x * 10.0)}, ${Math.round(vector.y * 10.0)})';
	}
}

enum Target {
	Nobody;
	Somebody(entity:Entity, distance:Float);
}

/** The keys of all components. **/
class Components {
	public final position:ComponentType<Vector>;
	public final velocity:ComponentType<Vector>;
	public final team:ComponentType<Team>;
	public final health:ComponentType<Health>;
	public final weapon:ComponentType<Weapon>;
	public final life:ComponentType<Float>;
	public final shield:ComponentType<Bool>;

	public function new(world:World) {
		position = world.component("position");
		velocity = world.component("velocity");
		team = world.component("team");
		health = world.component("health");
		weapon = world.component("weapon");
		life = world.component("life");
		shield = world.component("shield");
	}
}

/** A system that sees the components by their keys. **/
abstract class BattleSystem extends System {
	final c:Components;

	public function new(c:Components, priority:Int) {
		super(priority);
		this.c = c;
	}
}

class Steering extends BattleSystem {
	static inline var SPEED = 4.0;

	var fighters:Query;

	override public function start(world:World) {
		super.start(world);
		fighters = world.query([c.position.id, c.velocity.id, c.weapon.id]);
	}

	public function update(seconds:Float) {
		for (fighter in fighters) {
			var speed = switch (Targets.nearest(world, c, fighter)) {
				case Nobody: {x: 0.0, y: 0.0};
				case Somebody(_, distance) if (distance < world.get(fighter, c.weapon).range * 0.75): {x: 0.0, y: 0.0};
				case Somebody(other, _):
					var way = world.get(other, c.position).minus(world.get(fighter, c.position));
					way.scaledTo(SPEED);
			}
			world.set(fighter, c.velocity, speed);
		}
	}
}

class Movement extends BattleSystem {
	public function update(seconds:Float) {
		for (entity => velocity in world.pool(c.velocity)) {
			var position = world.get(entity, c.position);
			if (position == null) continue;
			position.x += velocity.x * seconds;
			position.y += velocity.y * seconds;
		}
	}
}

class Shooting extends BattleSystem {
	var fighters:Query;

	override public function start(world:World) {
		super.start(world);
		fighters = world.query([c.position.id, c.weapon.id]);
	}

	public function update(seconds:Float) {
		for (fighter in fighters) {
			var weapon = world.get(fighter, c.weapon);
			weapon.wait -= seconds;
			if (weapon.wait > 0.0) continue;
			switch (Targets.nearest(world, c, fighter)) {
				case Somebody(other, distance) if (distance <= weapon.range):
					weapon.wait = weapon.cooldown;
					hit(other, weapon.damage);
				case _:
			}
		}
	}

	function hit(entity:Entity, damage:Int) {
		if (world.has(entity, c.shield)) world.remove(entity, c.shield);
		else world.get(entity, c.health).left -= damage;
	}
}

class Funerals extends BattleSystem {
	public function update(seconds:Float) {
		var fallen = [for (entity => health in world.pool(c.health)) if (health.isGone) entity];
		for (entity in fallen) {
			var wreck = world.create();
			world.set(wreck, c.position, world.get(entity, c.position));
			world.set(wreck, c.life, 0.5);
			world.destroy(entity);
		}
	}
}

class Decay extends BattleSystem {
	public function update(seconds:Float) {
		var over:Array<Entity> = [];
		for (entity => left in world.pool(c.life)) {
			if (left <= seconds) over.push(entity);
			else world.set(entity, c.life, left - seconds);
		}
		for (entity in over) world.destroy(entity);
	}
}

class Targets {
	/** The nearest ship of the other side; of two as near, the one that was there first. **/
	public static function nearest(world:World, c:Components, from:Entity):Target {
		var wanted = Team.opponentOf(world.get(from, c.team));
		var here = world.get(from, c.position);
		var best = Nobody;
		for (other => team in world.pool(c.team)) {
			if (team != wanted) continue;
			var distance = world.get(other, c.position).minus(here).length();
			best = switch (best) {
				case Somebody(_, least) if (least <= distance): best;
				case _: Somebody(other, distance);
			}
		}
		return best;
	}
}

/** Two squadrons meet. Entities, sparse-set pools, cached queries, systems and events, all of the package `ecs`. **/
class SpaceBattle {
	static inline var STEP = 0.125;

	final world = new World();
	final c:Components;
	var tally:Map<String, Int> = [];

	function new() {
		c = new Components(world);
		world.events.add(count);
		world.events.once(event -> Sys.println('first event: $event'));
		world.add(new Decay(c, 40)).add(new Movement(c, 10)).add(new Shooting(c, 20));
		world.add(new Funerals(c, 30)).add(new Steering(c, 0));
	}

	function count(event:WorldEvent) {
		var key = switch (event) {
			case Created(_): "created";
			case Destroyed(_): "destroyed";
			case Added(_, component): 'added $component';
			case Removed(_, component): 'removed $component';
		}
		tally[key] = (tally.exists(key) ? tally[key] : 0) + 1;
	}

	function ship(team:Team, x:Float, y:Float, ?shield:Bool):Entity {
		var ship = world.create();
		world.set(ship, c.position, {x: x, y: y});
		world.set(ship, c.velocity, {x: 0.0, y: 0.0});
		world.set(ship, c.team, team);
		world.set(ship, c.health, new Health(team == Red ? 9 : 12));
		world.set(ship, c.weapon, {damage: team == Red ? 3 : 2, range: 5.0, cooldown: 0.25});
		if (shield == true) world.set(ship, c.shield, true);
		return ship;
	}

	function run() {
		var first = ship(Red, -10.0, 0.0, true);
		for (row in 1...4) ship(Red, -10.0 - row, row * 2.0);
		for (row in 0...4) ship(Blue, 10.0 + row, row * 1.5, row % 2 == 0);
		var shielded = world.query([c.shield.id, c.health.id]);
		var wrecks = world.query([c.position.id], [c.team.id]);
		Sys.println(world.describe());
		for (step in 1...49) {
			world.step(STEP);
			if (step % 6 != 0) continue;
			var ships = [for (_ => team in world.pool(c.team)) (team : String).charAt(0)].join("");
			Sys.println('$step: [$ships] shields ${shielded.count}, wrecks ${wrecks.count}');
		}
		report(first);
	}

	function report(first:Entity) {
		for (ship => health in world.pool(c.health)) {
			var position = world.get(ship, c.position).show();
			Sys.println('$ship ${world.get(ship, c.team)} ${health.left}/${health.most} at $position mask ${world.maskOf(ship)}');
		}
		Sys.println('the first is ${world.isAlive(first) ? "alive" : "gone"}');
		try world.set(first, c.life, 1.0) catch (error:haxe.Exception) Sys.println(error.message);
		var keys = [for (key in tally.keys()) key];
		keys.sort(Reflect.compare);
		for (key in keys) Sys.println('$key: ${tally[key]}');
		Sys.println(world.describe());
	}

	static function main() {
		new SpaceBattle().run();
	}
}
