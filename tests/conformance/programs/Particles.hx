class Vec {
	public var x:Float;
	public var y:Float;
	public function new(x, y) {
		this.x = x;
		this.y = y;
	}
	public inline function add(o:Vec, k:Float) {
		x += o.x * k;
		y += o.y * k;
	}
}
class Particle {
	public final position:Vec;
	public final velocity:Vec;
	public var alive = true;
	public function new(i:Int) {
		position = new Vec(i * 0.5, 10);
		velocity = new Vec(1 - i * 0.25, 0);
	}
	public function step(dt:Float) {
		velocity.y -= 9.81 * dt;
		position.add(velocity, dt);
		if (position.y < 0) {
			position.y = -position.y;
			velocity.y *= -0.5;
			if (Math.abs(velocity.y) < 2) alive = false;
		}
	}
}
class Particles {
	static function main() {
		var all = [for (i in 0...8) new Particle(i)];
		for (frame in 0...200) for (p in all) if (p.alive) p.step(1 / 60);
		for (p in all) Sys.println(Math.round(p.position.x * 1e6) + " " + Math.round(p.position.y * 1e6) + " " + p.alive);
	}
}
