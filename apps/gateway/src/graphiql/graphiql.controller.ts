import { Controller, Get, Header } from '@nestjs/common';

/** GraphiQL out of the installed package, whole: nothing of it is fetched from elsewhere. There only when it is allowed. */
@Controller()
export class GraphiqlController {
  @Get('graphiql')
  @Header('content-type', 'text/html; charset=utf-8')
  @Header(
    'content-security-policy',
    "default-src 'self'; script-src 'unsafe-inline' 'unsafe-eval' blob:; style-src 'unsafe-inline'; " +
      "img-src 'self' data:; font-src 'self' data:; worker-src blob:; connect-src 'self'; frame-ancestors 'none'",
  )
  async show(): Promise<string> {
    // Loaded when first shown: the page is nine megabytes.
    const { renderGraphiQL } = await import('@graphql-yoga/render-graphiql');
    return renderGraphiQL({ title: '精准 Jingzhun', endpoint: '/graphql' });
  }
}
