typedef Point = {
	var x:Float;
	var y:Float;
}

typedef Point3 = {
	> Point,
	var z:Float;
}

typedef Options = {
	name:String,
	?size:Int,
	?nested:{?deep:Bool}
}

typedef Linked<T> = {
	value:T,
	?next:Linked<T>
}

typedef Both = Point & {label:String};
typedef Callback = (code:Int, ?message:String) -> Void;

class HasXY {
	public var x:Float = 0;
	public var y:Float = 0;

	public function new() {}
}

class Structures {
	static function length(p:Point):Float
		return p.x * p.x + p.y * p.y;

	static function use(o:Options):Int
		return o.size == null ? 0 : o.size;

	static function main() {
		var p:Point = {x: 1, y: 2};
		$type(p.x); // Float
		length({x: 1, y: 2.5});
		length(new HasXY());
		var q:Point3 = {x: 1, y: 2, z: 3};
		length(q);
		use({name: "a"});
		use({name: "a", size: 3, nested: {deep: true}});
		var l:Linked<Int> = {value: 1, next: {value: 2}};
		$type(l.next.value); // Int
		var sum = 0;
		var node = l;
		while (node != null) {
			sum += node.value;
			node = node.next;
		}
		var both:Both = {x: 1, y: 2, label: "p"};
		$type(both.label); // String
		var cb:Callback = function(code, ?message) {};
		cb(1);
		p.x += 2;
		p.y++;
		var points = [{x: 1., y: 2.}, {x: 3., y: 4.}];
		for (point in points) $type(point.x); // Float
		var any:{} = p;
		var d:Dynamic = p;
		$type(d.anything); // Dynamic
		d.anything = 3;
		d.call(1, 2);
		var back:Point = d;
		var nested = {a: {b: {c: [1, 2]}}};
		$type(nested.a.b.c[0]); // Int
		nested.a.b.c[0] += 5;
		var f = {run: function(x:Int) return x + 1};
		$type(f.run(2)); // Int
	}
}
