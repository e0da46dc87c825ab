import core.Behavior;
import core.Component;
import core.Entity;
import core.World;
import core.assets.BlobFormat.ParameterType;
import core.math.Vec3;
import core.scene.SceneClassRow;
import core.scene.ScenePartRow;
import core.scene.SceneValues;
import testing.TestCase;

private class Fuel extends Component {}

private class Diesel extends Fuel {}

/** Counts its steps, and does something in the first. **/
private class Doer extends Behavior {
	public var steps:Int = 0;

	final first:Doer->Void;

	public function new(first:Doer->Void) {
		super();
		this.first = first;
	}

	override public function update(dt:Float):Void {
		if (steps == 0) first(this);
		steps++;
	}
}

/** Entities come and go while a step is made, and what scenes say of parts is compared value by value. **/
class WorldTest extends TestCase {
	function testWhatIsDestroyedGoesAtTheEndOfTheStep() {
		var world = new World();
		var parent = new Entity("parent", "Parent");
		var child = entityWith("parent/child", _ -> {});
		child.entity.parent = parent;
		var killer = entityWith("killer", _ -> {
			world.destroy(parent);
			assertEquals(4, world.entities.length, "all are there until the step is over");
		});
		var after = entityWith("after", _ -> {});
		for (entity in [parent, killer.entity, child.entity, after.entity]) world.add(entity);
		world.update(0.1);
		assertEquals("killer after", keysOf(world), "children go with their parents");
		assertEquals(0, child.steps, "what is destroyed is not updated any more");
		assertEquals(1, after.steps, "and nothing is left out for it");
		assertTrue(world.find("parent/child") == null);
		world.destroy(killer.entity);
		assertEquals("after", keysOf(world), "between steps at once");
	}

	function testWhatComesIsUpdatedFromTheNextStepOn() {
		var world = new World();
		var late = entityWith("late", _ -> {});
		world.add(entityWith("early", _ -> world.add(late.entity)).entity);
		world.update(0.1);
		assertEquals(0, late.steps);
		world.update(0.1);
		assertEquals(1, late.steps);
	}

	function testAnEntityCanGetAnotherKey() {
		var world = new World();
		var entity = new Entity("box/lamp", "Lamp");
		world.add(entity);
		world.rename(entity, "crate/lamp");
		assertTrue(world.find("crate/lamp") == entity);
		assertTrue(world.find("box/lamp") == null);
		assertEquals("Puff#1 Puff#2", world.newKey("Puff") + " " + world.newKey("Puff"));
	}

	function testComponentsAreFoundByClass() {
		var entity = new Entity("car", "Car");
		assertTrue(entity.component(Fuel) == null);
		var fuel = new Diesel();
		entity.components.push(fuel);
		assertTrue(entity.component(Fuel) == fuel, "as what it extends");
		assertTrue(entity.component(Diesel) == fuel);
	}

	function testValuesOfFields() {
		var nothing:String->Null<Entity> = path -> null;
		var vector:Null<Vec3> = SceneValues.of(ParameterType.VEC_3, [1.0, 2.0, 3.0], nothing);
		assertTrue(vector != null && vector.equals(new Vec3(1.0, 2.0, 3.0)));
		var target = new Entity("a/b", "B");
		assertTrue(SceneValues.of(ParameterType.ENTITY, "a/b", path -> path == "a/b" ? target : null) == target);
		assertTrue(SceneValues.of(ParameterType.ENTITY, null, nothing) == null);
		assertEquals(4, SceneValues.width(ParameterType.COLOR));
		assertEquals(0, SceneValues.width(ParameterType.INT));
	}

	function testPartsAreComparedByTheNamesOfTheirFields() {
		var before = part(["speed", "axis"], [ParameterType.FLOAT, ParameterType.VEC_3], [1.5, [0.0, 1.0, 0.0]]);
		var same = part(["speed", "axis"], [ParameterType.FLOAT, ParameterType.VEC_3], [1.5, [0.0, 1.0, 0.0]]);
		assertTrue(before.equals(same));
		var after = part(["axis", "speed"], [ParameterType.VEC_3, ParameterType.FLOAT], [[0.0, 1.0, 0.5], 1.5]);
		assertFalse(after.equals(before));
		assertFalse(after.hasValueOf(0, before), "another axis");
		assertTrue(after.hasValueOf(1, before), "the same speed at another place");
	}

	function part(fields:Array<String>, types:Array<Int>, values:Array<Dynamic>):ScenePartRow {
		var type = new SceneClassRow("x.Y", 1);
		for (field in fields) type.fields.push(field);
		for (kind in types) type.types.push(kind);
		var row = new ScenePartRow(type);
		for (value in values) row.values.push(value);
		return row;
	}

	function entityWith(key:String, first:Doer->Void):Doer {
		var behavior = new Doer(first);
		behavior.entity = new Entity(key, key);
		behavior.entity.behavior = behavior;
		return behavior;
	}

	function keysOf(world:World):String {
		return [for (entity in world.entities) entity.key].join(" ");
	}
}
