package ecs;

/** A key that knows what it opens: components of one type, by a number of the world's own. **/
class ComponentType<T> {
	public final id:Int;
	public final name:String;

	/** Called by the world only. **/
	public function new(id:Int, name:String) {
		this.id = id;
		this.name = name;
	}
}
