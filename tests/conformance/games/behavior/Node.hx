package behavior;

/** A part of a tree for an agent of type `A`. **/
abstract class Node<A> {
	public final name:String;

	public function new(name:String) {
		this.name = name;
	}

	abstract public function tick(context:Context<A>):Status;

	/** Forgets how far it was; called when it is left while running, or entered anew. **/
	public function reset():Void {}

	public function children():Array<Node<A>> {
		return [];
	}
}

typedef Context<A> = {
	final agent:A;
	final board:Blackboard;
	/** Counts ticks of the whole tree. **/
	var time:Int;
	/** Names of the leaves that were asked in this tick. **/
	var trace:Array<String>;
}
