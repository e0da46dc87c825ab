package ecs;

/** Listeners for one kind of event. A listener may leave, or let others in, while it is being told. **/
class Signal<T> {
	var listeners:Array<T->Void> = [];

	public function new() {}

	/** Returns what ends it. **/
	public function add(listener:T->Void):() -> Void {
		listeners = listeners.concat([listener]);
		return () -> listeners = listeners.filter(other -> other != listener);
	}

	public function once(listener:T->Void):Void {
		var leave:() -> Void = null;
		leave = add(event -> {
			leave();
			listener(event);
		});
	}

	public function dispatch(event:T):Void {
		for (listener in listeners) listener(event);
	}
}
