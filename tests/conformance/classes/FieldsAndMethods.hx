class Point {
	public var x:Int;
	public var y:Int = 5;
	public function new(x:Int) {
		this.x = x;
	}
	public function add(other:Point):Point {
		var sum = new Point(x + other.x);
		sum.y = y + other.y;
		return sum;
	}
	public function toString() return '($x, $y)';
}
class FieldsAndMethods {
	static function main() {
		var p = new Point(1);
		Sys.println(p);
		p.x += 10;
		p.y++;
		Sys.println(p.add(new Point(2)));
		Sys.println(p.x == 11);
		var q = p;
		q.x = 0;
		Sys.println(p.x);
		Sys.println(p == q);
		Sys.println(p == new Point(0));
	}
}
