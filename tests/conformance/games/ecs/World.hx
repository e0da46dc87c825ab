package ecs;

import ecs.Pool.AnyPool;

enum WorldEvent {
	Created(entity:Entity);
	Destroyed(entity:Entity);
	Added(entity:Entity, component:String);
	Removed(entity:Entity, component:String);
}

/** Entities, their components, and the systems that work on them. **/
class World {
	public final events = new Signal<WorldEvent>();
	public var population(default, null) = 0;

	final generations:Array<Int> = [];
	final alive:Array<Bool> = [];
	final masks:Array<Mask> = [];
	final free:Array<Int> = [];
	final pools:Array<AnyPool> = [];
	final queries:Array<Query> = [];
	final systems:Array<System> = [];

	public function new() {}

	/* Entities */

	public function create():Entity {
		var index = free.length > 0 ? free.pop() : addRow();
		var entity = new Entity(index, generations[index]);
		alive[index] = true;
		population++;
		events.dispatch(Created(entity));
		return entity;
	}

	function addRow():Int {
		generations.push(0);
		alive.push(false);
		masks.push(new Mask());
		return generations.length - 1;
	}

	public function isAlive(entity:Entity):Bool {
		var index = entity.index;
		return index < generations.length && alive[index] && generations[index] == entity.generation;
	}

	/** Does nothing where the entity is gone already. **/
	public function destroy(entity:Entity):Void {
		if (!isAlive(entity)) return;
		var index = entity.index;
		for (pool in pools) pool.discard(entity);
		masks[index].clear();
		updateQueries(entity);
		alive[index] = false;
		generations[index]++;
		free.push(index);
		population--;
		events.dispatch(Destroyed(entity));
	}

	/* Components */

	public function component<T>(name:String):ComponentType<T> {
		pools.push(new Pool<T>(name));
		return new ComponentType<T>(pools.length - 1, name);
	}

	public function pool<T>(type:ComponentType<T>):Pool<T> {
		return cast pools[type.id];
	}

	public function set<T>(entity:Entity, type:ComponentType<T>, value:T):Void {
		if (!isAlive(entity)) throw new haxe.Exception('$entity is gone and gets no ${type.name}');
		var isNew = !has(entity, type);
		pool(type).set(entity, value);
		if (!isNew) return;
		masks[entity.index].add(type.id);
		updateQueries(entity);
		events.dispatch(Added(entity, type.name));
	}

	public function get<T>(entity:Entity, type:ComponentType<T>):Null<T> {
		return pool(type).get(entity);
	}

	public function has<T>(entity:Entity, type:ComponentType<T>):Bool {
		return pool(type).has(entity);
	}

	public function remove<T>(entity:Entity, type:ComponentType<T>):Void {
		if (!pool(type).discard(entity)) return;
		masks[entity.index].remove(type.id);
		updateQueries(entity);
		events.dispatch(Removed(entity, type.name));
	}

	public function maskOf(entity:Entity):Mask {
		return masks[entity.index];
	}

	/* Queries */

	public function query(all:Mask, ?none:Mask):Query {
		var query = new Query(all, none == null ? new Mask() : none);
		queries.push(query);
		for (index => mask in masks) {
			if (alive[index]) query.update(new Entity(index, generations[index]), mask);
		}
		return query;
	}

	function updateQueries(entity:Entity):Void {
		for (query in queries) query.update(entity, masks[entity.index]);
	}

	/* Systems */

	/** Systems of equal priority run in the order they were added. **/
	public function add(system:System):World {
		systems.push(system);
		systems.sort((left, right) -> left.priority - right.priority);
		system.start(this);
		return this;
	}

	public function step(seconds:Float):Void {
		for (system in systems) if (system.isEnabled) system.update(seconds);
	}

	public function describe():String {
		var sizes = [for (pool in pools) '${pool.name} ${pool.size}'];
		return '$population entities; ${sizes.join(", ")}';
	}
}
