typedef Listener<T> = T->Void;
class Signal<T> {
	var listeners:Array<Listener<T>> = [];
	public function new() {}
	public function add(l:Listener<T>):Void->Bool {
		listeners.push(l);
		return () -> listeners.remove(l);
	}
	public function emit(v:T) for (l in listeners.copy()) l(v);
}
enum Event {
	Damage(amount:Int, ?source:String);
	Died;
}
class Events {
	static function main() {
		var hp = 30;
		var events = new Signal<Event>();
		var remove = events.add(e -> switch (e) {
			case Damage(n, null):
				hp -= n;
				Sys.println("hit " + n);
			case Damage(n, from):
				hp -= n;
				Sys.println('$from hits $n');
			case Died:
				Sys.println("dead");
		});
		events.add(e -> if (hp <= 0 && e != Died) events.emit(Died));
		events.emit(Damage(10));
		events.emit(Damage(20, "wolf"));
		Sys.println(remove());
		events.emit(Damage(5));
		Sys.println(hp);
	}
}
